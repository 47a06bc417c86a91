import { QRCodeSVG } from 'qrcode.react';
import { useT } from '../i18n/use-t';
import { paths } from '../lib/paths';

/** The way to the same portal on a phone, which has the camera. */
export function PhoneCard() {
  const t = useT('cases');
  const { host, origin } = window.location;
  return (
    <section
      aria-labelledby="phone-card"
      className="flex w-40 flex-col gap-3 rounded-lg border border-line p-3 text-[0.9375rem] leading-snug"
    >
      {/* Dark on white in both themes, with the quiet zone that cameras need: many read no light code on dark. */}
      <QRCodeSVG
        value={origin + paths.home}
        title={t('phone.code')}
        size={112}
        marginSize={4}
        bgColor="#ffffff"
        fgColor="#000000"
        className="self-center rounded-lg"
      />
      <div>
        <h2 id="phone-card" className="font-semibold">
          {t('phone.title')}
        </h2>
        <p className="text-quiet">{t('phone.text')}</p>
        <p className="break-all text-quiet">{host}</p>
      </div>
    </section>
  );
}
