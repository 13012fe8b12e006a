/**
 * What a promise comes to, unless it takes too long: a browser may never answer what is asked of its storage.
 *
 * @param patience in milliseconds
 * @param silence makes the error where nothing has come by then
 */
export function answered<T>(promise: Promise<T>, patience: number, silence: () => Error): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const giveUp = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(silence()), patience);
  });
  return Promise.race([promise, giveUp]).finally(() => clearTimeout(timer));
}
