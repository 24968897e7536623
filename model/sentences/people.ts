import type { Sentences } from './sentence.ts';

/** Acts on people, posts, absence and delegation, and service keys. */
export const PEOPLE_SENTENCES: Sentences = {
  'people.notFound': {
    vi: 'Không tìm thấy cán bộ này trong đơn vị mình và các đơn vị bên dưới.',
    en: 'There is no such person in your unit or below it.',
  },
  'people.accountTaken': {
    vi: 'Tài khoản đăng nhập “{subject}” đã thuộc về một cán bộ khác.',
    en: 'The account “{subject}” belongs to another person.',
  },
  'people.conflict': {
    vi: 'Thông tin cán bộ đã được người khác sửa từ lúc mở trang (bản {expected}, nay là bản {actual}). Tải lại rồi sửa tiếp.',
    en: 'Somebody has changed this person since you opened it (revision {expected}, now {actual}). Reload and go on.',
  },
  'people.ownRightsForbidden': {
    vi: 'Không tự giao thêm quyền cho chính mình: nhờ người quản trị khác, hoặc người quản trị cấp trên.',
    en: 'You cannot give yourself more rights: ask another administrator, or one above.',
  },
  'people.notYourself': {
    vi: 'Không tự ngừng tài khoản của chính mình: nhờ người quản trị khác.',
    en: 'You cannot disable yourself: ask another administrator.',
  },
  'people.lastAdministrator': {
    vi: '{unit} sẽ không còn ai làm quản trị: giao quyền quản trị cho một người khác trước.',
    en: '{unit} would be left without an administrator: make somebody else one first.',
  },
  'people.heldElsewhere': {
    vi: '{name} còn giữ chức vụ ở đơn vị ngoài phạm vi quản trị: người quản trị cấp trên mới sửa được.',
    en: '{name} also holds a post outside your subtree: an administrator above must do this.',
  },
  'people.disabled': {
    vi: '{name} đã ngừng hoạt động: không giao việc hay chức vụ cho người này được.',
    en: '{name} is disabled and cannot be given a post.',
  },
  'people.notPassedOn': {
    vi: 'Đang làm thay người khác nên không được giao tiếp quyền, chức vụ hay khóa cho ai.',
    en: 'You are acting for somebody else and may pass no right, post or key on.',
  },
  'post.notFound': {
    vi: 'Không tìm thấy chức vụ này trong đơn vị mình và các đơn vị bên dưới.',
    en: 'There is no such post in your unit or below it.',
  },
  'post.closed': {
    vi: 'Chức vụ này đã bãi bỏ.',
    en: 'This post has been abolished.',
  },
  'post.vacant': {
    vi: 'Chức vụ này đang trống.',
    en: 'Nobody holds this post.',
  },
  'post.unchanged': {
    vi: '{name} đang giữ chính chức vụ này.',
    en: '{name} holds this post already.',
  },
  'post.conflict': {
    vi: 'Chức vụ đã được người khác sửa hoặc bàn giao từ lúc mở trang (bản {expected}, nay là bản {actual}). Tải lại rồi làm tiếp.',
    en: 'Somebody has changed or handed over this post since you opened it (revision {expected}, now {actual}). Reload and go on.',
  },
  'post.actedIn': {
    vi: 'Đây là chức vụ đang dùng để làm việc: không tự bãi bỏ hay bỏ quyền quản trị cán bộ của nó được.',
    en: 'You are acting in this very post: you cannot abolish it or take its right over people away.',
  },
  'delegation.notFound': {
    vi: 'Không tìm thấy ủy quyền này, hoặc không thuộc phạm vi quản trị.',
    en: 'There is no such delegation, or it lies outside your scope.',
  },
  'delegation.receiverNotFound': {
    vi: 'Người nhận phải là cán bộ đang làm việc, giữ chức vụ tại đúng đơn vị đó hoặc đơn vị bên dưới, và không phải chính người giao.',
    en: 'The receiver must be an active person with a post in that unit or below it, other than the giver.',
  },
  'delegation.pastDate': {
    vi: 'Không ủy quyền lùi về trước hôm nay ({today}).',
    en: 'A delegation cannot begin before today ({today}).',
  },
  'delegation.periodReversed': {
    vi: 'Ngày cuối đứng trước ngày đầu.',
    en: 'The last day lies before the first.',
  },
  'delegation.tooLong': {
    vi: 'Một lần ủy quyền dài tối đa {days} ngày.',
    en: 'A delegation lasts {days} days at most.',
  },
  'delegation.scopesNeeded': {
    vi: 'Chọn ít nhất một phần việc để ủy quyền.',
    en: 'Choose at least one right to delegate.',
  },
  'delegation.wholePost': {
    vi: 'Khi vắng mặt, người thay làm toàn bộ công việc của chức vụ: không chọn riêng phần việc.',
    en: 'A substitute during absence takes the whole post: no single rights are chosen.',
  },
  'delegation.wider': {
    vi: 'Chức vụ này không có quyền “{scope}” nên không ủy quyền được.',
    en: 'The post does not have the right “{scope}”, so it cannot be delegated.',
  },
  'delegation.overlaps': {
    vi: 'Chức vụ này đã có người thay trong khoảng thời gian đó: kết thúc lần trước rồi chọn lại.',
    en: 'Somebody already stands in for this post in that time: end that first.',
  },
  'delegation.over': {
    vi: 'Ủy quyền này đã kết thúc.',
    en: 'This delegation is over already.',
  },
  'serviceKey.notFound': {
    vi: 'Không tìm thấy khóa này trong phạm vi quản trị.',
    en: 'There is no such key within your scope.',
  },
  'serviceKey.alreadyRevoked': {
    vi: 'Khóa này đã được thu hồi.',
    en: 'This key is revoked already.',
  },
  'capacity.notFound': {
    vi: 'Chức vụ hay ủy quyền này không còn được giữ.',
    en: 'You hold no such post or delegation any more.',
  },
  'capacity.over': {
    vi: 'Chức vụ hoặc ủy quyền đang dùng đã hết hiệu lực: việc vừa rồi chưa được thực hiện. Tải lại trang để làm tiếp với chức vụ của mình.',
    en: 'The post or delegation that you were acting in is over: nothing was done. Reload the page to go on in your own post.',
  },
};
