/** Who follows events through this process, and how many have been told. */
export interface Streams {
  /** How many this user has open. */
  countOf(userId: string): number;
  /** @returns what is to be called at the end */
  enter(userId: string): () => void;
  /** One event was handed to a stream. */
  count(): void;
  describe(): { open: number; told: number };
}

export function createStreams(): Streams {
  const open = new Map<string, number>();
  let total = 0;
  let told = 0;

  return {
    countOf: (userId) => open.get(userId) ?? 0,
    enter(userId) {
      open.set(userId, (open.get(userId) ?? 0) + 1);
      total += 1;
      let isIn = true;
      return () => {
        if (!isIn) return;
        isIn = false;
        total -= 1;
        const left = (open.get(userId) ?? 1) - 1;
        if (left === 0) open.delete(userId);
        else open.set(userId, left);
      };
    },
    count() {
      told += 1;
    },
    describe: () => ({ open: total, told }),
  };
}
