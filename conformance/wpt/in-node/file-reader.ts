/** A FileReader of Node's Blobs, which jsdom's does not read. */
export class FileReaderOfBlobs extends EventTarget {
  result: ArrayBuffer | string | null = null;
  error: unknown = null;
  onload: ((event: Event) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;

  readAsArrayBuffer(blob: Blob): void {
    this.#settle(blob.arrayBuffer());
  }

  readAsText(blob: Blob): void {
    this.#settle(blob.text());
  }

  #settle(reading: Promise<ArrayBuffer | string>): void {
    reading.then(
      (result) => {
        this.result = result;
        this.#fire("load");
      },
      (error) => {
        this.error = error;
        this.#fire("error");
      },
    );
  }

  #fire(type: "load" | "error"): void {
    const event = new Event(type);
    this[`on${type}`]?.call(this, event);
    this.dispatchEvent(event);
  }
}
