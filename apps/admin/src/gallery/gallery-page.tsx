import { Button } from '@mantine/core';
import { useParams } from 'react-router-dom';
import { ActionMenu } from '../ui/action-menu';
import { PageHeader } from '../ui/page-header';
import { StateBadge } from '../ui/state-badge';
import { UrlTabs } from '../ui/url-tabs';
import { FormGallery } from './form-gallery';
import { ListGallery } from './list-gallery';
import { StateGallery } from './state-gallery';

const TABS = [
  { to: '', label: 'List', count: 90 },
  { to: 'list-states', label: 'List states' },
  { to: 'states', label: 'States' },
  { to: 'forms', label: 'Forms and dialogs' },
];

const Section = ({ name }: { name: string | undefined }) => {
  if (name === 'states') return <StateGallery />;
  if (name === 'forms') return <FormGallery />;
  if (name === 'crash') throw Object.assign(new Error('Sample'), { instance: '0199f6d2-6a1b' });
  return <ListGallery areAllStates={name === 'list-states'} />;
};

export const GalleryPage = () => {
  const section = useParams()['*'];
  return (
    <>
      <PageHeader
        title="Nordic AB"
        facts={[
          'Customer 10482',
          <StateBadge key="state" tone="good">
            Active
          </StateBadge>,
        ]}
        back={{ to: '/_gallery', label: 'Gallery' }}
        primary={<Button>Send credentials</Button>}
        secondary={<Button variant="default">Add contact</Button>}
        menu={
          <ActionMenu
            label="More actions"
            actions={[
              { id: 'edit', label: 'Edit', run: () => undefined },
              { id: 'delete', label: 'Delete…', run: () => undefined, isDangerous: true, isNewGroup: true },
            ]}
          />
        }
      />
      <UrlTabs label="Gallery" base="/_gallery" tabs={TABS} />
      <Section name={section} />
    </>
  );
};
