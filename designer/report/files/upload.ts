import { refusalOf } from '../../api/client.ts';
import type { UploadedFile } from '../api.ts';

export interface Upload {
  readonly obligationId: string;
  readonly kind: string;
  readonly file: File;
  /** The same for a repetition: a file that did arrive is not kept twice. */
  readonly key: string;
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Sends one file; `fetch` does not tell how far it is. Rejects with a Refusal, or with an error of the line. */
export function upload({ obligationId, kind, file, key, onProgress, signal }: Upload): Promise<UploadedFile> {
  const form = new FormData();
  form.append('kind', kind);
  form.append('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/obligations/${encodeURIComponent(obligationId)}/attachments`);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('idempotency-key', key);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onerror = () => reject(new TypeError('the line broke'));
    request.onabort = () => reject(new DOMException('given up', 'AbortError'));
    request.onload = () => {
      if (request.status >= 400) return reject(refusalOf(request.status, request.responseText));
      try {
        // shapes are those of the API's OpenAPI document
        resolve(JSON.parse(request.responseText) as UploadedFile);
      } catch {
        reject(new TypeError('an answer that is none of the API'));
      }
    };
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}
