import decodeQr from 'qr/decode.js';
import { expect, it } from 'vitest';
import { qrModules } from '#app/web/qr-modules.server.ts';

const URI =
  'otpauth://totp/Habeas:mina%40example.org?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Habeas&digits=6&period=30';

/** Paints the path as a camera would see it, four pixels a module. */
function paint({ side, path }: { side: number; path: string }) {
  const scale = 4;
  const width = side * scale;
  const data = new Uint8Array(width * width * 3).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let dy = 0; dy < scale; dy++) {
      const start = ((Number(y) * scale + dy) * width + Number(x) * scale) * 3;
      data.fill(0, start, start + scale * 3);
    }
  return { width, height: width, data };
}

it('draws a code from which a reader gets the same address, with its quiet zone', () => {
  const modules = qrModules(URI);
  expect(decodeQr(paint(modules))).toBe(URI);
  const places = [...modules.path.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
  expect([Math.min(...places), Math.max(...places)]).toEqual([4, modules.side - 5]);
});
