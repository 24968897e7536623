/** The frame of every page: rooms, who is here. */
export const vi = {
  rooms: 'Các khu vực',
  tasks: 'Việc',
  campaigns: 'Chiến dịch',
  registers: 'Văn bản',
  drawings: 'Bản vẽ',
  people: 'Cán bộ và chức vụ',
  keys: 'Khóa hệ thống',
  audit: 'Nhật ký kiểm tra',
  notices: 'Thông báo',
  absence: 'Vắng mặt và ủy quyền',
  actingFor: 'thay {name}',
  closed: {
    title: 'Chức vụ đang dùng không mở được trang này',
    text: 'Trang này cần quyền “{right}”. Quản trị của đơn vị giao quyền theo chức vụ.',
  },
};

export const en: typeof vi = {
  rooms: 'Areas',
  tasks: 'Tasks',
  campaigns: 'Campaigns',
  registers: 'Letters',
  drawings: 'Drawings',
  people: 'People and posts',
  keys: 'System keys',
  audit: 'Audit trail',
  notices: 'Notices',
  absence: 'Absence and delegation',
  actingFor: 'for {name}',
  closed: {
    title: 'Your post does not open this page',
    text: 'It needs the right “{right}”. The administrator of your unit gives rights to posts.',
  },
};
