import { Logger } from '@aws-lambda-powertools/logger';
import type { LogCode } from './codes.ts';

/** What may stand beside a code: ids, counts and closed words. */
export interface LogFields {
  readonly requestId?: string;
  readonly operation?: string;
  readonly status?: number;
  readonly problem?: string;
  readonly dossierId?: string;
  readonly version?: number;
  readonly scanId?: string;
  readonly shipmentId?: string;
  readonly eventType?: string;
  readonly outcome?: string;
  readonly why?: string;
  /** A Vietnam day. */
  readonly day?: string;
  readonly count?: number;
  readonly durationMs?: number;
  /** Name and stack frames of a defect; its message may quote personal data and stays out. */
  readonly error?: { readonly name: string; readonly frames: readonly string[] };
}

export interface Log {
  info(code: LogCode, fields?: LogFields): void;
  warn(code: LogCode, fields?: LogFields): void;
  error(code: LogCode, fields?: LogFields): void;
}

export const makeLog = (service: string): Log => {
  const logger = new Logger({ serviceName: service });
  return {
    info: (code, fields = {}) => logger.info(code, { ...fields }),
    warn: (code, fields = {}) => logger.warn(code, { ...fields }),
    error: (code, fields = {}) => logger.error(code, { ...fields }),
  };
};

/** An error as it may be logged: where it happened, not what it says. */
export const errorFields = (error: unknown): NonNullable<LogFields['error']> =>
  error instanceof Error
    ? { name: error.name, frames: (error.stack ?? '').split('\n').filter(isFrame).slice(0, 6) }
    : { name: typeof error, frames: [] };

const isFrame = (line: string): boolean => line.trimStart().startsWith('at ');
