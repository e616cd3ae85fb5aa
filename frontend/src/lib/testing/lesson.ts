// The lesson of the fake program. The facts are made up.

import golden from '../../../../backend/desktop/testdata/views/service.json'
import type { Answers } from '../backend'
import type { ChapterView, ItemView, PlayView, RehearsalView, ServiceView, SourceView, WalkView } from '../views'

export const portal: SourceView = { title: 'Bản ghi thủ tục trên Cổng Dịch vụ công quốc gia', date: '2026-07-18' }
export const council: SourceView = { title: 'Ủy ban nhân dân xã', date: '2026-10' }

// A field that is new in Go is here as the program answers it.
const blank = (golden as ServiceView).bring[0] as ItemView

export const item = (say: string, note = '', conditional = false): ItemView => ({ ...blank, say, note, conditional, must: !conditional, or: false, do: false, ask: false, source: null, lang: '' })

export const papers: ItemView[] = [
  item('Giấy chứng sinh', 'Không có thì giấy cam đoan hoặc lời người làm chứng'),
  item('Căn cước hoặc VNeID của cha, mẹ'),
  item('Giấy đăng ký kết hôn của cha mẹ', 'Nếu cha mẹ đã đăng ký kết hôn', true),
  item('Tờ khai theo mẫu (cán bộ có sẵn)'),
  item('Giấy ủy quyền nếu nhờ người khác làm thay', 'Ông bà, anh chị em ruột thì không phải chứng thực', true),
]

const drawing = (target: string) =>
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 720" role="img" aria-label="Điện thoại">' +
  '<rect x="8" y="8" width="344" height="668" rx="36" fill="#fff" stroke="#1a1d2e" stroke-width="4"/>' +
  '<rect x="10" y="52" width="340" height="64" fill="#26316b"/>' +
  '<text x="180" y="93" font-family="Be Vietnam Pro, sans-serif" font-size="24" font-weight="600" fill="#fff" text-anchor="middle">VNeID</text>' +
  '<rect x="40" y="180" width="280" height="56" rx="10" fill="none" stroke="#474b61" stroke-width="2"/>' +
  '<rect x="40" y="420" width="280" height="64" rx="12" fill="#26316b"/>' +
  `<text x="180" y="461" font-family="Be Vietnam Pro, sans-serif" font-size="22" font-weight="600" fill="#fff" text-anchor="middle">${target}</text>` +
  '<rect x="28" y="408" width="304" height="88" rx="20" fill="none" stroke="#1a1d2e" stroke-width="6"/>' +
  '<text x="180" y="708" font-family="Be Vietnam Pro, sans-serif" font-size="18" fill="#474b61" text-anchor="middle">Hình minh họa</text></svg>'

const chapters: ChapterView[] = [
  { name: 'Đăng nhập', first: 0, count: 3, minutes: 2 },
  { name: 'Điền tờ khai', first: 3, count: 2, minutes: 1 },
  { name: 'Gửi giấy tờ', first: 5, count: 1, minutes: 1 },
  { name: 'Nhận kết quả', first: 6, count: 1, minutes: 1 },
  { name: 'Nộp', first: 7, count: 2, minutes: 1 },
]

const ready = [
  { key: 'phone', say: 'Điện thoại của mình, mang theo đây', picture: '', missing: 'Mời tới quầy, cán bộ giúp.', first: null, lang: '' },
  { key: 'level2', say: 'VNeID mức 2, đã kích hoạt', picture: '', missing: 'Chưa có thì làm bài này trước.', first: { key: 'vneid', title: 'Cài VNeID', picture: '' }, lang: '' },
]

/** Two questions, then papers and nine steps. */
export function walk(answers: Answers): WalkView {
  const rest = {
    questions: 2,
    ending: 'file' as const,
    acts: [],
    first: null,
    blocked: null,
    ready: [],
    desk: false,
    handoff: 'Bấm Nộp trực tuyến rồi chọn đúng xã của ông bà.',
    next: [
      { say: 'Có tin nhắn báo mã hồ sơ. Giữ tin nhắn này.', source: null, lang: '', target: '' },
      { say: 'Trong ngày, cán bộ báo đến nhận giấy.', source: portal, lang: '', target: '' },
    ],
    trouble: [
      { wrong: 'Trang đòi xác nhận lần thứ hai', do: 'Không phải lỗi. Mời ông bà nhập passcode thêm một lần.', source: null, lang: '' },
      { wrong: 'Không nhận được mã OTP', do: 'Chờ hai phút rồi bấm gửi lại. Vẫn không được thì hỏi cán bộ.', source: null, lang: '' },
      { wrong: 'Hồ sơ bị trả lại vì ảnh mờ', do: 'Chụp lại nơi đủ sáng rồi gửi bổ sung.', source: null, lang: '' },
    ],
  }
  if (!answers['married']) {
    const ask = {
      lang: '',
      key: 'married',
      ask: 'Cha mẹ của bé đã đăng ký kết hôn chưa?',
      help: 'Là có giấy đăng ký kết hôn do xã, phường cấp.',
      answers: [
        { key: 'yes', say: 'Đã đăng ký', picture: '' },
        { key: 'no', say: 'Chưa đăng ký', picture: '' },
      ],
    }
    return { ...rest, ask, asked: 0, checklist: [], steps: [], chapters: [] }
  }
  if (!answers['born']) {
    const ask = {
      lang: '',
      key: 'born',
      ask: 'Bé sinh ở đâu?',
      help: '',
      answers: [
        { key: 'hospital', say: 'Bệnh viện, trạm y tế', picture: '' },
        { key: 'home', say: 'Ở nhà', picture: '' },
        { key: 'road', say: 'Trên đường đi', picture: '' },
        { key: 'abroad', say: 'Ở nước ngoài', picture: '' },
      ],
    }
    return { ...rest, ask, asked: 1, checklist: [], steps: [], chapters: [] }
  }
  const plain = { why: '', secret: '' as const, picture: drawing('Cảnh'), away: false, phone: false, scan: false, skill: '', alt: '', source: null, lang: '', target: '', local: '' }
  return {
    ...rest,
    ask: null,
    asked: 2,
    chapters,
    desk: true,
    // Who was born on the road needs what one must have.
    ready: answers['born'] === 'road' ? ready : [],
    checklist: papers.filter((paper) => !paper.note.startsWith('Nếu cha mẹ') || answers['married'] === 'yes'),
    steps: [
      { ...plain, say: 'Mở ứng dụng VNeID trên điện thoại.', picture: drawing('Mở'), alt: 'Hình minh họa: VNeID. Chạm vào: Mở.' },
      { ...plain, say: 'Gõ mật khẩu VNeID rồi chạm Đăng nhập.', why: 'Mật khẩu là chữ và số ông bà tự đặt khi kích hoạt tài khoản.', secret: 'password', target: 'flow dang-nhap/mat-khau', picture: drawing('Đăng nhập'), alt: 'Hình minh họa: VNeID, màn hình Đăng nhập. Chạm vào: Đăng nhập.' },
      { ...plain, say: 'Gõ passcode 6 số để xác nhận chia sẻ.', why: 'Trang hỏi hai lần. Lần thứ hai không phải là lỗi.', secret: 'passcode', picture: drawing('Xác nhận chia sẻ'), alt: 'Hình minh họa: VNeID.' },
      { ...plain, say: 'Chọn tỉnh, rồi chọn đúng xã hoặc phường nơi ông bà muốn nộp.', away: true, why: 'Trong tỉnh, nộp xã nào cũng được nhận.', source: council },
      { ...plain, say: 'Điền họ tên và ngày sinh của bé như trên giấy chứng sinh.', picture: drawing('Tiếp tục'), alt: 'Hình minh họa: tờ khai.' },
      { ...plain, say: 'Chụp từng giấy tờ, rõ bốn góc, rồi bấm Đính kèm.', why: 'Ảnh mờ hoặc tệp trống thì hồ sơ bị trả lại.', picture: drawing('Đính kèm'), alt: 'Hình minh họa: đính kèm.' },
      { ...plain, say: 'Chọn cách nhận giấy: đến lấy, hoặc nhờ bưu điện mang đến nhà.', away: true },
      { ...plain, say: 'Gõ mã OTP vừa gửi đến điện thoại.', why: 'Mã chỉ dùng một lần.', secret: 'otp', picture: drawing('Xác nhận'), alt: 'Hình minh họa: mã OTP.' },
      { ...plain, say: 'Đọc lại một lượt rồi bấm Nộp hồ sơ.', picture: drawing('Nộp hồ sơ'), alt: 'Hình minh họa: nộp hồ sơ.' },
    ],
  }
}

const practice = (field: boolean, touch: number) =>
  `<g class="fill" data-touch="${touch}">${field ? '<text x="60" y="210">Mẫu</text>' : ''}</g>` +
  `<g class="ring" data-touch="${touch}"><rect x="20" y="20" width="4" height="4"/></g>`

/** The same lesson, to be practised: a field, then a button, on every drawn step. */
export function rehearsal(answers: Answers): RehearsalView {
  const steps = walk(answers).steps.map((step): PlayView => {
    const base = { say: step.say, why: step.why, helper: '', secret: step.secret, alt: step.alt, phone: step.phone, lang: step.lang, target: step.target }
    if (step.away) return { ...base, picture: step.picture, spots: [], touches: [] }
    const picture = step.picture.replace('</svg>', `<g class="glass">${practice(true, 0)}${practice(false, 1)}</g></svg>`)
    const spot = { kind: 'button', wrong: '', fills: false, x: 0.1, w: 0.8, h: 0.1 }
    const spots = [
      { ...spot, say: 'Ô nhập', kind: 'field', fills: true, y: 0.25 },
      { ...spot, say: 'Hủy', wrong: 'Nút này xóa hết. Mời ông bà chạm Tiếp tục.', y: 0.4 },
      { ...spot, say: 'Tiếp tục', y: 0.6 },
    ]
    return { ...base, picture, spots, touches: [0, 2] }
  })
  return { steps, chapters, ending: 'file' }
}
