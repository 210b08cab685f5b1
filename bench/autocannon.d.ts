declare module "autocannon" {
  interface Result {
    errors: number;
    timeouts: number;
  }
  interface Run extends Promise<Result> {
    on(
      event: "response",
      listener: (client: unknown, status: number, bytes: number, milliseconds: number) => void,
    ): this;
  }
  function autocannon(options: Record<string, unknown>): Run;
  export = autocannon;
}
