/** A message as it is sent: the text, or the bytes, which the sender may change afterwards. */
export type Message = string | ArrayBuffer;

/** The number of bytes of a text in UTF-8. Lone surrogates are already replaced. */
export function byteLengthOf(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    // A pair of surrogates takes four bytes for two units.
    if (code >= 0xd800 && code <= 0xdfff) bytes += 1;
    else if (code >= 0x800) bytes += 2;
    else if (code >= 0x80) bytes += 1;
  }
  return bytes;
}

/** The part of a Blob that is used. */
export interface BlobLike {
  readonly size: number;
  arrayBuffer?(): Promise<ArrayBuffer>;
}

/** A Blob of any realm. */
export function isBlob(value: unknown): value is BlobLike {
  const tag = Object.prototype.toString.call(value);
  return (tag === "[object Blob]" || tag === "[object File]") && typeof (value as BlobLike).size === "number";
}

/** A copy of the bytes of an ArrayBuffer or of a view; null where the value is neither. */
export function bytesOf(value: unknown): ArrayBuffer | null {
  if (ArrayBuffer.isView(value)) {
    const { buffer, byteOffset, byteLength } = value;
    return copyOfBytes(new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength));
  }
  const isBuffer = Object.prototype.toString.call(value) === "[object ArrayBuffer]";
  return isBuffer ? copyOfBytes(new Uint8Array(value as ArrayBuffer)) : null;
}

function copyOfBytes(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return copy;
}

interface BlobReader {
  readonly result: unknown;
  readonly error: unknown;
  onload: (() => void) | null;
  onerror: (() => void) | null;
  readAsArrayBuffer(blob: unknown): void;
}

/** The bytes of a Blob. Where it cannot give them itself, as in jsdom, a FileReader can. */
export function bytesOfBlob(blob: BlobLike): Promise<ArrayBuffer> {
  if (blob.arrayBuffer !== undefined) return blob.arrayBuffer();
  const { FileReader } = globalThis as unknown as { readonly FileReader: new () => BlobReader };
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(blob);
  });
}
