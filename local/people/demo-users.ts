/** A member of staff in the local login. The people are invented. */
export interface DemoUser {
  readonly username: string;
  readonly name: string;
  /** Cognito groups: the roles. */
  readonly groups: readonly string[];
  /** `custom:office` or `custom:agency`: the place of work. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Of every demo user; it opens nothing but this machine. */
export const demoPassword = 'demo';

const atOffice = (username: string, name: string, role: string, office: string): DemoUser => ({
  username,
  name,
  groups: [role],
  attributes: { 'custom:office': office },
});

const atAgency = (username: string, name: string, role: string, agency: string): DemoUser => ({
  username,
  name,
  groups: [role],
  attributes: { 'custom:agency': agency },
});

export const demoUsers: readonly DemoUser[] = [
  atOffice('lan.vithanh', 'Nguyễn Thị Lan', 'clerk', 'bd-vi-thanh'),
  atOffice('minh.ngabay', 'Trần Văn Minh', 'clerk', 'bd-nga-bay'),
  atOffice('tuan.vithanh', 'Lê Anh Tuấn', 'courier', 'bd-vi-thanh'),
  atAgency('hoa.nnmt', 'Phạm Thị Hoa', 'officer', 'ct-nnmt'),
  atAgency('phuc.nnmt', 'Võ Hồng Phúc', 'leader', 'ct-nnmt'),
  atAgency('thao.tp', 'Đặng Thu Thảo', 'officer', 'ct-tp'),
  atAgency('khanh.xd', 'Lâm Quốc Khánh', 'officer', 'ct-xd'),
  atAgency('my.vhttdl', 'Trương Diễm My', 'officer', 'ct-vhttdl'),
  atAgency('son.ct', 'Ngô Thanh Sơn', 'officer', 'ct-ct'),
  atAgency('tam.hoaan', 'Lý Thanh Tâm', 'officer', 'ct-x-hoa-an'),
  atAgency('loan.hoaan', 'Huỳnh Kim Loan', 'leader', 'ct-x-hoa-an'),
  {
    username: 'ngan.motcua',
    name: 'Bùi Kim Ngân',
    groups: ['clerk', 'officer'],
    attributes: { 'custom:office': 'bd-vi-thanh', 'custom:agency': 'ct-nnmt' },
  },
  { username: 'binh.giamsat', name: 'Huỳnh Thái Bình', groups: ['supervisor'], attributes: {} },
  { username: 'khoa.giamsat', name: 'Võ Minh Khoa', groups: ['supervisor'], attributes: {} },
];
