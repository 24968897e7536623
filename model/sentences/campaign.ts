import type { Sentences } from './sentence.ts';

/** Refusals of the acts on a running campaign: its life, its clock, passing on, consolidations. */
export const CAMPAIGN_SENTENCES = {
  'campaign.notFound': {
    vi: 'Không tìm thấy chiến dịch {id}, hoặc không thuộc phạm vi được xem.',
    en: 'There is no campaign {id}, or it lies outside your scope.',
  },
  'campaign.conflict': {
    vi: 'Chiến dịch đã thay đổi từ lúc mở trang (bản {expected}, nay là bản {actual}). Hãy tải lại rồi thực hiện lại.',
    en: 'The campaign has changed since you opened it (revision {expected}, now {actual}). Reload it and try again.',
  },
  'campaign.notRunning': {
    vi: 'Chiến dịch (hoặc kỳ này) đã kết thúc hoặc đã hủy.',
    en: 'The campaign (or this period) is closed or has been recalled.',
  },
  'campaign.liveStartsNow': {
    vi: 'Chiến dịch thật bắt đầu ngay khi phát hành; chỉ bản diễn tập mới chọn được thời điểm bắt đầu.',
    en: 'A live campaign starts when it is issued; only a rehearsal can choose its starting moment.',
  },
  'campaign.eventUnknown': {
    vi: 'Quy trình không có sự kiện “{event}”.',
    en: 'The definition has no event “{event}”.',
  },
  'period.notFound': {
    vi: 'Chiến dịch không có kỳ “{period}”.',
    en: 'The campaign has no period “{period}”.',
  },
  'clock.live': {
    vi: 'Không thể chỉnh đồng hồ của chiến dịch thật; chỉ bản diễn tập có đồng hồ riêng.',
    en: 'The clock of a live campaign cannot be moved; only a rehearsal has a clock of its own.',
  },
  'rehearsal.live': {
    vi: 'Trong chiến dịch thật, mỗi đơn vị tự làm việc của mình; chỉ bản diễn tập mới làm thay được.',
    en: 'In a live campaign every unit acts for itself; only in a rehearsal can somebody stand in for them.',
  },
  'clock.oneTarget': {
    vi: 'Hãy nêu đúng một đích: một thời điểm, số mốc hạn tiếp theo (từ 1), hoặc đến hết.',
    en: 'Name exactly one target: a moment, a number of next due instants (from 1), or the end.',
  },
  'clock.openEnded': {
    vi: 'Chiến dịch lặp lại không có ngày kết thúc nên không thể chạy đến hết. Hãy nêu một thời điểm.',
    en: 'The campaign recurs without an end, so the clock cannot run to it. Name a moment.',
  },
  'clock.impossible': {
    vi: '“{value}” không phải là một thời điểm dùng được.',
    en: '“{value}” is not a usable moment.',
  },
  'clock.backwards': {
    vi: 'Đồng hồ chỉ chạy tới: {to} đứng trước hiện tại của diễn tập ({now}).',
    en: 'The clock only moves forward: {to} lies before the present of the rehearsal ({now}).',
  },
  'dissemination.notFound': {
    vi: 'Đơn vị {unit} không triển khai xuống dưới trong chiến dịch này, hoặc không thuộc phạm vi được xem.',
    en: 'Unit {unit} does not pass the directive on in this campaign, or lies outside your scope.',
  },
  'dissemination.nobodyBelow': {
    vi: '{unit} không có đơn vị nhận nào để triển khai xuống.',
    en: '{unit} has no recipients to pass the directive on to.',
  },
  'dissemination.notReceived': {
    vi: '{unit} chưa nhận được văn bản từ cấp trên nên chưa thể triển khai.',
    en: '{unit} has not received the directive yet, so it cannot pass it on.',
  },
  'dissemination.alreadyDone': {
    vi: '{unit} đã triển khai trước đó.',
    en: '{unit} has passed the directive on already.',
  },
  'consolidation.notFound': {
    vi: 'Đơn vị {unit} chưa có bản tổng hợp này, hoặc không thuộc phạm vi được xem.',
    en: 'Unit {unit} has no such consolidation yet, or it lies outside your scope.',
  },
  'consolidation.alreadySigned': {
    vi: 'Bản tổng hợp số {revision} đã được ký.',
    en: 'Revision {revision} of the consolidation has been signed already.',
  },
} satisfies Sentences;
