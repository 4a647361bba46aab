// Hashes a file away from the page, piece by piece.
import { Sha256 } from './sha256.js';

const Piece = 4 * 1024 * 1024;

self.onmessage = async message => {
  const file = message.data;
  try {
    const hash = new Sha256();
    for (let at = 0; at < file.size; at += Piece) hash.update(new Uint8Array(await file.slice(at, at + Piece).arrayBuffer()));
    self.postMessage({ hash: hash.hex() });
  } catch (error) {
    self.postMessage({ error: String(error) });
  }
};
