/** Start of an entry in the table of contents at the end of a zip, and of that table's own end. */
const CENTRAL = 0x02014b50;
const END = Buffer.from('PK\x05\x06', 'latin1');
/** 1 January 1980, 00:00: the first moment that a zip can name. */
const TIME = 0;
const DATE = 0x0021;

/** The same zip with every entry dated alike, so that equal content is equal bytes. For zips that a library of ours has just written. */
export function withFixedDates(zip: Buffer): Buffer {
  const fixed = Buffer.from(zip);
  // only a comment, which a template may bring with it, can follow the end record
  const end = fixed.lastIndexOf(END);
  if (end === -1) throw new Error('not a zip');
  let at = fixed.readUInt32LE(end + 16);
  while (fixed.readUInt32LE(at) === CENTRAL) {
    fixed.writeUInt16LE(TIME, at + 12);
    fixed.writeUInt16LE(DATE, at + 14);
    const local = fixed.readUInt32LE(at + 42);
    fixed.writeUInt16LE(TIME, local + 10);
    fixed.writeUInt16LE(DATE, local + 12);
    at += 46 + fixed.readUInt16LE(at + 28) + fixed.readUInt16LE(at + 30) + fixed.readUInt16LE(at + 32);
  }
  return fixed;
}
