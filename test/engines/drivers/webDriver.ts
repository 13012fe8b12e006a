/** As much of W3C WebDriver as WebKit's driver needs: no kept library speaks to it without a server of its own. */
export class WebDriver {
  private readonly session: string;

  /** @param session address of a session that is open */
  private constructor(session: string) {
    this.session = session;
  }

  static async open(address: string, capabilities: Record<string, unknown>): Promise<WebDriver> {
    const body = { capabilities: { alwaysMatch: capabilities } };
    const { sessionId } = (await request("POST", `${address}/session`, body)) as { sessionId: string };
    return new WebDriver(`${address}/session/${sessionId}`);
  }

  async goto(url: string): Promise<void> {
    await this.post("url", { url });
  }

  /** The value of an expression, awaited. */
  async evaluate<T>(expression: string): Promise<T> {
    const script = `const done = arguments[0];
      Promise.resolve(${expression}).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const answer = (await this.post("execute/async", { script, args: [] })) as { value: T } | { error: string };
    if ("error" in answer) throw new Error(answer.error);
    return answer.value;
  }

  async screenshot(): Promise<Uint8Array> {
    return Buffer.from((await request("GET", `${this.session}/screenshot`)) as string, "base64");
  }

  /** Makes the window so large that the page in it has a size. */
  async fitWindow(page: { width: number; height: number }): Promise<void> {
    const outer = { ...page };
    for (const _ of [1, 2]) {
      await this.post("window/rect", { x: 0, y: 0, ...outer });
      const inner = await this.evaluate<{ width: number; height: number }>(
        "({ width: innerWidth, height: innerHeight })",
      );
      outer.width += page.width - inner.width;
      outer.height += page.height - inner.height;
    }
  }

  async close(): Promise<void> {
    await request("DELETE", this.session);
  }

  private post(command: string, body: unknown): Promise<unknown> {
    return request("POST", `${this.session}/${command}`, body);
  }
}

async function request(method: string, address: string, body?: unknown): Promise<unknown> {
  const response = await fetch(address, { method, body: body === undefined ? undefined : JSON.stringify(body) });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new Error(`${method} ${address}: ${JSON.stringify(value)}`);
  return value;
}
