import { useState } from 'react';
import { PHOTOS, minutesFromNow } from './data';
import { Button } from '../ui/button';
import { Card, PageTitle } from '../ui/card';
import { CopyButton } from '../ui/copy-button';
import { Countdown } from '../ui/countdown';
import { NewPasswordFields } from '../ui/new-password-fields';
import { PhotoPicker } from '../ui/photo-picker';
import { PinBoxes } from '../ui/pin-boxes';
import { StateBadge } from '../ui/state-badge';
import type { Example } from './example';

function Parts() {
  const [pin, setPin] = useState('4711');
  const [code, setCode] = useState('12');
  const [password, setPassword] = useState({ first: 'lantern copper', second: 'lantern' });
  const [photos, setPhotos] = useState(PHOTOS);
  return (
    <>
      <PageTitle title="Parts" />
      <Card title="Buttons">
        <div className="flex flex-wrap gap-3">
          <Button look="primary">Primary</Button>
          <Button>Secondary</Button>
          <Button look="plain">Plain</Button>
          <Button look="danger">Danger</Button>
          <Button isBusy>Busy</Button>
          <CopyButton text="20418" />
        </div>
      </Card>
      <Card title="States">
        <div className="flex flex-wrap gap-3">
          {(['good', 'warn', 'bad', 'accent', 'quiet'] as const).map((tone) => (
            <StateBadge key={tone} tone={tone} icon="check">
              {tone}
            </StateBadge>
          ))}
        </div>
        <Countdown until={minutesFromNow(2)} />
      </Card>
      <Card title="Secrets">
        <PinBoxes label="PIN" autoComplete="current-password" value={pin} onChange={setPin} />
        <PinBoxes
          label="Code"
          autoComplete="one-time-code"
          length={6}
          value={code}
          onChange={setCode}
          error="This code is not complete."
        />
        <NewPasswordFields value={password} onChange={setPassword} rules={{ minLength: 10, ownData: [] }} isChecked />
      </Card>
      <Card title="Photos">
        <PhotoPicker photos={photos} onChange={setPhotos} />
      </Card>
    </>
  );
}

export const uiExamples: readonly Example[] = [{ id: 'parts', isSignedIn: true, Show: Parts }];
