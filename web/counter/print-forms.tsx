import { useDesk } from '../api/staff.tsx';
import { Button } from '../kit/react/button.tsx';
import { useWords } from '../kit/react/language.tsx';
import { PrintRow, usePrinting } from '../kit/react/printing.tsx';
import { en } from './dossier-words.en.ts';
import { vi } from './dossier-words.vi.ts';
import type { FormName } from './form-name.ts';

/** Prints forms of a dossier; the form itself says which print it is. */
export const usePrinter = (dossierId: string) => {
  const { api } = useDesk();
  const { print, ...printing } = usePrinting();
  const printForm = (form: FormName): void =>
    void print((name) =>
      api.call('GET /v1/dossiers/{dossierId}/documents/{form}', {
        params: { dossierId, form },
        query: { print: name },
      }),
    );
  return { print: printForm, ...printing };
};

export type Printer = ReturnType<typeof usePrinter>;

export const PrintForms = ({
  forms,
  printer,
}: {
  readonly forms: readonly FormName[];
  readonly printer: Printer;
}) => {
  const words = useWords({ vi, en });
  const { print, ...printing } = printer;
  return (
    <div className="stack">
      <PrintRow printing={printing} openSheet={words.openSheet}>
        {forms.map((form) => (
          <Button key={form} isBusy={printing.isBusy} onPress={() => print(form)}>
            {words.print}: {words.form[form]}
          </Button>
        ))}
      </PrintRow>
    </div>
  );
};
