import { expect, it } from 'vitest';
import { simulators } from '#test/support/people.ts';

const schedules = async (): Promise<readonly string[]> => {
  const listed = await simulators().get<{ schedules: readonly { name: string; when: string }[] }>(
    '/sim/schedules/',
  );
  return listed.schedules.map(({ name, when }) => `${name} ${when}`);
};

it('shows what runs by the clock, and runs any of it at once', async () => {
  expect(await schedules()).toEqual(
    expect.arrayContaining([expect.stringMatching(/IssueReceipts.* rate\(1 minute\)/)]),
  );
  await simulators().post('/sim/schedules/TellLeftOpen/run', {});
});

it.each(['NoSuchThing', 'e'])('runs nothing where %s is not the name of one', (part) =>
  expect(simulators().post(`/sim/schedules/${part}/run`, {}, 409)).resolves.toMatchObject({
    title: expect.stringMatching(/matches/),
  }),
);
