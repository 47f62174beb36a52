// The package's own types are out of reach of its "exports".
declare module "@webex/ts-sdp" {
  export function parse(text: string): unknown;
}
