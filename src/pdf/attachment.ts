/** Content-Disposition of a file to save (RFC 6266): a readable name, and a plain one for those who read no accent. */
export function attachment(fileName: string): string {
  const name = fileName
    .normalize('NFC')
    .replace(/\p{Zs}+:\p{Zs}+/gu, ' – ')
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, ' ');
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[–—]/g, '-')
    .replace(/[’‘]/g, "'")
    .replace(/œ/g, 'oe')
    .replace(/Œ/g, 'OE')
    .replace(/\p{Zs}/gu, ' ')
    .replace(/[^\x20-\x7e]/g, '_')
    .replaceAll('%', '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
