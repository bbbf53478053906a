/** @jsxImportSource preact */
import { render } from 'preact';
import { CitizenPage } from './citizen-page.tsx';

const page = document.getElementById('page');

const show = (drawn: Parameters<typeof render>[0]): void => {
  if (!page) return;
  page.textContent = '';
  render(drawn, page);
};

// Procedures are fetched for whoever looks for one: most come with a paper.
if (location.pathname.startsWith('/thu-tuc'))
  void import('./procedures-page.tsx').then(({ ProceduresPage }) => show(<ProceduresPage />));
else show(<CitizenPage />);
