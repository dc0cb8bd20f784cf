/** Hands a file to the browser's own download. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download has taken its own reference once the click returns; a tick later the address may go.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** File name that says what it holds: `gongsheng-corridors-v3.csv`. */
export const fileName = (parts: readonly string[], extension: string): string =>
  `${["gongsheng", ...parts].join("-")}.${extension}`;
