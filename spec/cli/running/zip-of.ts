// A zip archive, written by hand after the format's description (APPNOTE 6.3, §4.3).
import { crc32, deflateRawSync } from "node:zlib";

/** The archive of these files. */
export function zipOf(entries: readonly { readonly name: string; readonly content: string | Buffer }[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const [file, title] = [Buffer.from(content), Buffer.from(name)];
    const deflated = deflateRawSync(file);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(file), 10);
    common.writeUInt32LE(deflated.length, 14);
    common.writeUInt32LE(file.length, 18);
    common.writeUInt16LE(title.length, 22);
    const header = Buffer.concat([Buffer.from("504b0304", "hex"), common, title, deflated]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from("504b01021400", "hex"), common, tail, title]));
    local.push(header);
    offset += header.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}
