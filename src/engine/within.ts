/**
 * What a promise comes to, or another value where that takes longer than `ms` milliseconds.
 *
 * @throws what the promise rejects with, where it does so in time
 */
export function within<T, U>(promise: Promise<T>, ms: number, otherwise: U): Promise<T | U> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<U>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
