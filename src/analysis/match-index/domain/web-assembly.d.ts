/** What we use of the JavaScript API of WebAssembly: the types of Node do not describe it, and those of browsers bring much else. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array<ArrayBuffer>);
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, () => number>>);
    readonly exports: Record<string, unknown>;
  }
  interface Memory {
    /** A new one after each growth. */
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  interface Global {
    value: number;
  }
}
