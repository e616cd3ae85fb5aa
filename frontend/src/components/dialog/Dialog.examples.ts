import { examplesOf, nothing, snippet } from '../../examples/example'
import Dialog from './Dialog.svelte'

export const examples = examplesOf(
  Dialog,
  {
    'somebody asked for it': { labelledby: 'dialog-card', role: 'dialog', onclose: nothing, children: snippet('<h2 id="dialog-card">Lưu vào đâu?</h2><button type="button">Thư mục Documents</button>') },
    'as wide as the glass, for what is typed': { labelledby: 'dialog-foot', look: 'foot', role: 'dialog', onclose: nothing, children: snippet('<h2 id="dialog-foot">Thêm người</h2><button type="button">Tiếp</button>') },
    'seen across the room': { labelledby: 'dialog-alarm', look: 'call', onclose: nothing, children: snippet('<h2 id="dialog-alarm">Mời cán bộ giúp</h2><button type="button">Đóng</button>') },
  },
  true,
)
