import { examplesOf } from '../../examples/example'
import { codes } from '../../lib/testing/fake'
import QrCode from './QrCode.svelte'

export const examples = examplesOf(QrCode, Object.fromEntries(codes('khai-sinh').codes.slice(0, 1).map((code) => ['a code', { code, label: `Mã QR mở ${code.host}` }])))
