// node upload.mjs ENDPOINT FILE RECORDING [CHUNK]: uploads the file, prints one JSON line per event, exits 0 when the server has acknowledged it.
import { createReadStream, statSync } from 'node:fs';
import * as tus from 'tus-js-client';

const [endpoint, file, recordingId, chunk] = process.argv.slice(2);
const say = (event, more = {}) => console.log(JSON.stringify({ event, ...more }));

const upload = new tus.Upload(createReadStream(file), {
  endpoint,
  uploadSize: statSync(file).size,
  chunkSize: chunk ? Number(chunk) : Infinity,
  retryDelays: Array(1200).fill(250), // a killed server may take its time to start again
  metadata: { filename: 'dock 现场.mp4', filetype: 'video/mp4', recordingId },
  onShouldRetry: (error) => {
    say('retry', { status: error.originalResponse?.getStatus() ?? 0 });
    return true;
  },
  onChunkComplete: (size, accepted) => say('chunk', { size, accepted }),
  onAfterResponse: (request, response) => say('response', { method: request.getMethod(), status: response.getStatus(), sha256: response.getHeader('Media-Sha256') }),
  onError: (error) => {
    say('error', { message: error.message });
    process.exit(1);
  },
  onSuccess: () => say('success', { url: upload.url }),
});
upload.start();
