/** Settles as `work` does, or rejects when it takes too long; one timer, one promise, no error made in vain. */
export function withDeadline<T>(
  work: Promise<T>,
  milliseconds: number,
  makeError: () => Error,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(makeError()), milliseconds);
    work.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}
