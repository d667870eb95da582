declare module 'open-location-code' {
  interface CodeArea {
    readonly latitudeLo: number;
    readonly longitudeLo: number;
    readonly latitudeHi: number;
    readonly longitudeHi: number;
    readonly latitudeCenter: number;
    readonly longitudeCenter: number;
  }
  class OpenLocationCode {
    isFull(code: string): boolean;
    decode(code: string): CodeArea;
    encode(lat: number, lon: number, codeLength?: number): string;
  }
  const library: { readonly OpenLocationCode: typeof OpenLocationCode };
  export default library;
}

declare module 'edtf' {
  /** @throws Error with the place of the fault when the text is no EDTF. */
  export function parse(text: string, constraints?: { readonly level?: 0 | 1 | 2 | 3 }): unknown;
  /** A date of the parsed form, with its bounds as if local time were UTC. */
  class ExtendedDate {
    constructor(parsed: unknown);
    readonly min: number;
    readonly max: number;
  }
  export { ExtendedDate as Date, ExtendedDate as Decade, ExtendedDate as Century };
}
