import type { SmsTemplate } from '#functions/notifications/ports/sms-texts.ts';

/** What one SMS says. */
export interface Message {
  readonly template: SmsTemplate;
  readonly values: Readonly<Record<string, string>>;
}
