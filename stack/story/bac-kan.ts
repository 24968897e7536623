import type { Moment, Story, Told } from './story.ts';

const FRONT = 'bk-mttq-tp';
const ECONOMY = 'bk-phong-kinh-te';
const CITY = '2024-district-058';
const commune = (code: string) => `2024-commune-${code}`;
const front = (code: string) => `bk-mttq-${code}`;

type Row = readonly [
  banners: string,
  articles: string,
  million: string,
  places: string | null,
  ratio: readonly [string, string] | null,
];

function figures([banners, articles, million, places, ratio]: Row): Told['figures'] {
  return {
    'so-bang-ron': banners,
    'so-tin-bai': articles,
    'kinh-phi': million,
    ...(places === null ? {} : { 'so-co-so': places }),
    ...(ratio === null ? {} : { 'ty-le-hang-viet': { numerator: ratio[0], denominator: ratio[1] } }),
  };
}

const report = (unit: string, row: Row, done?: string) => ({
  act: 'report' as const,
  unit,
  told: { figures: figures(row), ...(done === undefined ? {} : { sections: { 'ket-qua-chinh': done } }) },
});

/** Up to three days before the reports are due: what a newcomer finds on the first page. */
export const BEFORE_THE_DEADLINE: readonly Moment[] = [
  {
    at: '2024-11-20T10:00:00+07:00',
    acts: [{ act: 'acknowledge', units: [ECONOMY, 'bk-phong-van-hoa-thong-tin', commune('01837')] }],
  },
  {
    at: '2024-11-20T15:30:00+07:00',
    acts: [
      {
        act: 'acknowledge',
        units: ['bk-trung-tam-van-hoa', 'bk-phong-tai-chinh', commune('01834'), commune('01840')],
      },
    ],
  },
  {
    at: '2024-11-21T08:30:00+07:00',
    acts: [
      { act: 'acknowledge', units: [FRONT] },
      { act: 'disseminate', unit: FRONT },
    ],
  },
  {
    at: '2024-11-22T09:00:00+07:00',
    acts: [
      {
        act: 'acknowledge',
        units: [
          ...['01834', '01837', '01840', '01843', '01846', '01849'].map(front),
          ...['01843', '01846', '01849', '01852'].map(commune),
          'bk-phong-giao-duc',
          'bk-hoi-phu-nu',
        ],
      },
    ],
  },
  {
    at: '2024-11-28T09:30:00+07:00',
    acts: [
      report(
        'bk-phong-van-hoa-thong-tin',
        ['40', '12', '15,5', null, ['120,5', '150']],
        'Treo 40 băng rôn, phướn trên các tuyến phố trung tâm; 12 tin, bài trên trang thông tin điện tử thành phố.',
      ),
    ],
  },
  {
    at: '2024-12-02T14:30:00+07:00',
    acts: [
      { act: 'accept', units: ['bk-phong-van-hoa-thong-tin'] },
      report(
        'bk-trung-tam-van-hoa',
        ['25', '30', '22,25', null, ['80', '100']],
        'Phát 30 tin, phóng sự trên hệ thống truyền thanh từ 01/11 đến nay.',
      ),
      { act: 'report', unit: commune('01834'), told: 'nil' },
    ],
  },
  {
    at: '2024-12-03T10:00:00+07:00',
    acts: [
      { act: 'accept', units: ['bk-trung-tam-van-hoa', commune('01834')] },
      report(
        commune('01837'),
        ['65', '5', '8,75', '45', ['40,5', '60']],
        'Vận động 45 hộ kinh doanh chợ Bắc Kạn niêm yết giá, ưu tiên hàng Việt Nam.',
      ),
      report(commune('01840'), ['1.250', '8', '30', '120', ['300', '400']]),
      report('bk-phong-tai-chinh', ['3', '0', '0', null, ['90', '100']]),
    ],
  },
  {
    at: '2024-12-03T16:00:00+07:00',
    acts: [
      { act: 'accept', units: [commune('01837'), 'bk-phong-tai-chinh'] },
      {
        act: 'return',
        unit: commune('01840'),
        reason: 'Đề nghị kiểm tra lại số 1.250 băng rôn: kế hoạch của phường là 125.',
        before: '2024-12-07',
      },
    ],
  },
  {
    at: '2024-12-04T15:00:00+07:00',
    acts: [
      report(
        'bk-hoi-phu-nu',
        ['5', '2', '1,05', null, ['20,5', '25']],
        'Lồng ghép tuyên truyền tại 2 buổi sinh hoạt chi hội.',
      ),
      {
        act: 'askExtension',
        unit: commune('01852'),
        before: '2024-12-10',
        reason: 'Chờ số liệu của các thôn.',
      },
    ],
  },
];

/** The reminder, the deadline, a late report, an escalation, one who never answers, the signatures. */
export const AFTER_THAT: readonly Moment[] = [
  {
    at: '2024-12-05T10:00:00+07:00',
    acts: [
      { act: 'accept', units: ['bk-hoi-phu-nu'] },
      { act: 'grantExtension', unit: commune('01852') },
      report(commune('01840'), ['125', '8', '30', '120', ['300', '400']]),
      report(commune('01846'), ['10', '1', '2,5', '8', ['10', '20']]),
    ],
  },
  {
    at: '2024-12-06T14:00:00+07:00',
    acts: [
      { act: 'accept', units: [commune('01840'), commune('01846')] },
      report(FRONT, ['100', '6', '12,4', null, null]),
      report(commune('01849'), ['20', '0', '3,25', '12', ['15', '30']]),
    ],
  },
  {
    at: '2024-12-07T23:59:00+07:00',
    acts: [
      { act: 'accept', units: [FRONT, commune('01849')] },
      report(commune('01843'), ['33', '2', '5,5', '15', null]),
    ],
  },
  {
    at: '2024-12-09T09:00:00+07:00',
    acts: [
      { act: 'accept', units: [commune('01843')] },
      report('bk-phong-giao-duc', ['12', '3', '2,2', null, ['30', '40']]),
      report(commune('01852'), ['35', '3', '4', '20', ['50', '80']]),
    ],
  },
  {
    at: '2024-12-09T16:00:00+07:00',
    acts: [{ act: 'accept', units: ['bk-phong-giao-duc', commune('01852')] }],
  },
  {
    at: '2024-12-10T08:30:00+07:00',
    acts: [
      { act: 'sign', unit: ECONOMY, ownPart: { figures: figures(['15', '4', '6,3', null, ['60', '70']]) } },
    ],
  },
  { at: '2024-12-10T09:00:00+07:00', acts: [{ act: 'accept', units: [ECONOMY] }] },
  { at: '2024-12-10T10:00:00+07:00', acts: [{ act: 'sign', unit: CITY }] },
];

/** Document 001 (domain.md §1). The letter, its addressees and its dates are the source's; the figures are invented. */
export const BAC_KAN: Omit<Story, 'moments'> = {
  template: 'bac-kan-2024',
  startAt: '2024-11-20T08:00:00+07:00',
  period: 'once',
  reportId: 'ket-qua',
};
