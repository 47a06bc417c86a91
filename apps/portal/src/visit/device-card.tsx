import { useT } from '../i18n/use-t';
import { VisitIcon } from './visit-icon';
import { photoUrl, type VisitView } from './visit.api';

/** Name, place and picture: large enough to compare with what stands in front of the person. */
export function DeviceCard({ visit }: { visit: Pick<VisitView, 'device' | 'deployment'> }) {
  const t = useT('visit');
  const { name, model, position, hasPhoto } = visit.device;
  return (
    <section className="overflow-hidden rounded-lg border border-line bg-surface" aria-label={name}>
      {hasPhoto && <img src={photoUrl} alt={t('machine.photo', { name })} className="max-h-72 w-full object-cover" />}
      <div className="flex flex-col gap-1 p-4 sm:p-6">
        <h2 className="text-xl">{name}</h2>
        {model && <p className="text-quiet">{model}</p>}
        <p className="mt-2 flex gap-2">
          <VisitIcon name="place" className="mt-0.5 text-quiet" />
          <span>{[position, visit.deployment.name].filter(Boolean).join(' · ')}</span>
        </p>
      </div>
    </section>
  );
}
