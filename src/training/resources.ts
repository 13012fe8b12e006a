interface Resource {
  dispose(): void;
}

/** What one owner has to dispose together, the latest first, however far its making came. */
export class Resources {
  private readonly owned: Resource[] = [];

  /** @returns the resource, which is this owner's from now on */
  own<T extends Resource>(resource: T): T {
    this.owned.push(resource);
    return resource;
  }

  dispose(): void {
    for (const resource of this.owned.splice(0).reverse()) resource.dispose();
  }
}
