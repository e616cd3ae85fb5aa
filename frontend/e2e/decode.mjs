// Reads QR codes as the scanners of phones' browsers do (zxing-cpp as
// WebAssembly). Standard input: one PGM file (P5, 8 bits) a line. Standard
// output: one line of JSON a file, in the same order: {"file", "texts"}.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

// Without this the module would be fetched from the network.
const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer }, fireImmediately: true })

function picture(file) {
  const bytes = readFileSync(file)
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 64))
  if (!head) throw new Error(`${file} is no PGM file`)
  const [width, height] = [Number(head[1]), Number(head[2])]
  const data = new Uint8ClampedArray(width * height * 4)
  for (let from = head[0].length, to = 0; to < data.length; from++, to += 4) {
    data[to] = data[to + 1] = data[to + 2] = bytes[from]
    data[to + 3] = 255
  }
  return { data, width, height }
}

for await (const file of createInterface({ input: process.stdin })) {
  const found = await readBarcodes(picture(file), { formats: ['QRCode'], maxNumberOfSymbols: 4 })
  const texts = found.filter((code) => code.isValid).map((code) => code.text)
  process.stdout.write(JSON.stringify({ file, texts }) + '\n')
}
