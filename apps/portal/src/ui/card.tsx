import { useEffect, type ReactNode } from 'react';
import { useCompany } from '../lib/company';

export function Card({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4 sm:p-6">
      {title && <h2 className="text-lg">{title}</h2>}
      {children}
    </section>
  );
}

/** The top of a page: its one heading, which names the browser's tab too, and a sentence about it. */
export function PageTitle({ title, children }: { title: string; children?: ReactNode }) {
  const company = useCompany();
  useEffect(() => {
    document.title = company ? `${title} – ${company.name}` : title;
  }, [title, company]);
  return (
    <div className="flex flex-col gap-1">
      <h1 className="text-[1.625rem]">{title}</h1>
      {children && <div className="text-quiet">{children}</div>}
    </div>
  );
}
