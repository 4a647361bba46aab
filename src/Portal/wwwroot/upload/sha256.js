// SHA-256 (FIPS 180-4) in steps: WebCrypto only takes a whole message at once, and films do not fit into memory.
const K = new Int32Array(64), H0 = new Int32Array(8); // signed: numbers that stay small integers for the engine
{
  // The first bits of the fractional parts of the cube and square roots of the first primes.
  const fraction = x => ((x - Math.floor(x)) * 4294967296) | 0;
  for (let candidate = 2, count = 0; count < 64; candidate++) {
    let prime = true;
    for (let d = 2; d * d <= candidate; d++) if (candidate % d === 0) { prime = false; break; }
    if (!prime) continue;
    if (count < 8) H0[count] = fraction(Math.sqrt(candidate));
    K[count++] = fraction(Math.cbrt(candidate));
  }
}

export class Sha256 {
  constructor() {
    this.h = Int32Array.from(H0);
    this.w = new Int32Array(64);
    this.rest = new Uint8Array(64);
    this.kept = 0;
    this.length = 0;
  }

  update(bytes) {
    this.length += bytes.length;
    let at = 0;
    if (this.kept) {
      at = Math.min(64 - this.kept, bytes.length);
      this.rest.set(bytes.subarray(0, at), this.kept);
      this.kept += at;
      if (this.kept < 64) return this;
      this.block(this.rest, 0);
      this.kept = 0;
    }
    for (; at + 64 <= bytes.length; at += 64) this.block(bytes, at);
    this.rest.set(bytes.subarray(at));
    this.kept = bytes.length - at;
    return this;
  }

  hex() {
    const bits = this.length * 8, end = new Uint8Array((this.kept < 56 ? 64 : 128) - this.kept);
    end[0] = 0x80;
    const view = new DataView(end.buffer);
    view.setUint32(end.length - 8, Math.floor(bits / 4294967296));
    view.setUint32(end.length - 4, bits >>> 0);
    this.update(end);
    return [...this.h].map(x => (x >>> 0).toString(16).padStart(8, '0')).join('');
  }

  block(b, p) {
    const { w, h } = this;
    for (let i = 0; i < 16; i++, p += 4) w[i] = b[p] << 24 | b[p + 1] << 16 | b[p + 2] << 8 | b[p + 3];
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15], y = w[i - 2];
      const s0 = (x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ x >>> 3, s1 = (y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ y >>> 10;
      w[i] = w[i - 16] + s0 + w[i - 7] + s1 | 0;
    }
    let [a, c, d, e, f, g, k, l] = h;
    for (let i = 0; i < 64; i++) {
      const s1 = (f >>> 6 | f << 26) ^ (f >>> 11 | f << 21) ^ (f >>> 25 | f << 7);
      const t1 = l + s1 + (f & g ^ ~f & k) + K[i] + w[i] | 0;
      const s0 = (a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10);
      const t2 = s0 + (a & c ^ a & d ^ c & d) | 0;
      l = k; k = g; g = f; f = e + t1 | 0; e = d; d = c; c = a; a = t1 + t2 | 0;
    }
    h[0] += a; h[1] += c; h[2] += d; h[3] += e; h[4] += f; h[5] += g; h[6] += k; h[7] += l;
  }
}
