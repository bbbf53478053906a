import { useState } from 'react';
import { caseStatuses } from '#domain/dossier/case-status.ts';
import { useRead } from '../api/read.ts';
import { momentInWords } from '../kit/format.ts';
import { Button } from '../kit/react/button.tsx';
import { Dialog } from '../kit/react/dialog.tsx';
import { useLanguage } from '../kit/react/language.tsx';
import { Empty, TroubleNotice, Waiting } from '../kit/react/states.tsx';
import { StatusChip } from '../kit/react/status-chip.tsx';

const refused = {
  kind: 'refused',
  problem: {
    type: 'urn:problem:post-counter:gateway-429',
    code: 'gateway-429',
    status: 429,
    title: 'Quá nhiều yêu cầu, xin thử lại sau',
    titleEn: 'Too many requests, please try again later',
    instance: 'urn:request:0123',
  },
} as const;

const Part = ({
  name,
  children,
}: {
  readonly name: string;
  readonly children: React.ReactNode;
}) => (
  <section className="card stack">
    <h2>{name}</h2>
    {children}
  </section>
);

/** What a screen does with a route: it asks, draws each case, and asks again on request. */
const Reading = () => {
  const reading = useRead('GET /v1/me');
  const { language } = useLanguage();
  if (reading.state === 'waiting') return <Waiting />;
  if (reading.state === 'trouble')
    return <TroubleNotice trouble={reading.trouble} again={reading.again} />;
  return (
    <>
      <p>{momentInWords(reading.value.now, language)}</p>
      <Button onPress={reading.again}>Hỏi máy chủ</Button>
    </>
  );
};

/** Every part in every state, to look at and for the tests to look at. */
export const ShowKit = () => {
  const [isOpen, open] = useState(false);
  return (
    <div className="stack">
      <h1>Bộ phận giao diện · Kit</h1>
      <Part name="StatusChip">
        <div className="row">
          {caseStatuses.map((status) => (
            <StatusChip key={status} status={status} />
          ))}
        </div>
      </Part>
      <Part name="Button">
        <div className="row">
          <Button kind="main" shortcut="F9">
            Tiếp nhận và in
          </Button>
          <Button>Xem</Button>
          <Button kind="danger">Hủy</Button>
          <Button kind="main" isBusy>
            Đang gửi…
          </Button>
          <Button kind="main" shutBecause="Còn thiếu một trang quét">
            Tiếp nhận
          </Button>
        </div>
      </Part>
      <Part name="useRead">
        <Reading />
      </Part>
      <Part name="Dialog">
        <Button onPress={() => open(true)}>Mở câu hỏi</Button>
        <Dialog title="Rút hồ sơ này?" isOpen={isOpen} close={() => open(false)}>
          <Button kind="danger" onPress={() => open(false)}>
            Rút
          </Button>
        </Dialog>
      </Part>
      <Part name="Field">
        <div>
          <label htmlFor="kit-field">Số điện thoại</label>
          <input id="kit-field" defaultValue="0912 345" aria-invalid aria-describedby="kit-wrong" />
          <span className="wrong" id="kit-wrong">
            Thiếu chữ số
          </span>
        </div>
      </Part>
      <Part name="TroubleNotice">
        <TroubleNotice trouble={{ kind: 'no-answer' }} again={() => undefined} />
        <TroubleNotice trouble={refused} />
      </Part>
      <Part name="Empty, Waiting">
        <Empty>Chưa có hồ sơ nào. Bấm F2 để nhận hồ sơ mới.</Empty>
        <Waiting />
      </Part>
    </div>
  );
};
