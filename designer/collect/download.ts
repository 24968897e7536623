import { refusalOf } from '../api/client.ts';
import { saveFile } from '../exchange/save-file.ts';

/** Fetches a file and hands it to the browser under the name that the server gives; a refusal stays one. */
export async function download(path: string): Promise<void> {
  const response = await fetch(path);
  if (!response.ok) throw refusalOf(response.status, await response.text());
  const name = /filename="?([^";]+)"?/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  saveFile(name ?? 'tong-hop', await response.blob());
}
