/** Hands a file to the person's browser, which puts it where downloads go. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // the download has begun with the next task; before it Safari would find nothing
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
