import type { ReadOut } from '../../../access-checks/access-checks.js';

export const READ_OUT_DE: ReadOut = {
  customer_inactive:
    'Der Zugang Ihrer Firma ist im Moment ausgeschaltet. Ich schalte ihn ein; versuchen Sie es bitte in einer Minute noch einmal.',
  contact_inactive:
    'Ihr Zugang war ausgeschaltet. Ich schalte ihn wieder ein; versuchen Sie es bitte in einer Minute noch einmal.',
  not_portal_user: 'Sie waren für das Portal noch nicht eingerichtet. Das mache ich jetzt.',
  not_accepted:
    'Sie haben schon eine Anmeldung. Bitte melden Sie sich an wie immer; eine Karte fragt dort, ob Sie uns annehmen. Sie können dort auch ablehnen.',
  declined:
    'Auf die Frage, ob Sie uns annehmen, kam ein Nein. Ich sehe nach; bitte nennen Sie mir Ihre E-Mail-Adresse.',
  login_disabled:
    'Ihre Anmeldung war geschlossen. Ich öffne sie wieder; bitte versuchen Sie es in einer Minute noch einmal.',
  no_login_id:
    'Wir haben weder eine E-Mail-Adresse noch eine Telefonnummer von Ihnen. Womit möchten Sie sich anmelden?',
  email_differs: 'Bitte melden Sie sich mit {login} an. Mit dieser Adresse wurde Ihr Zugang eingerichtet.',
  email_not_taken_up: 'Ihr Zugang hat noch Ihre alte Adresse, {login}. Ich setze die neue ein.',
  login_email_bounced:
    'Ich setze Ihnen ein neues Passwort. Bitte melden Sie sich mit Ihrer alten Adresse {login} und diesem Passwort an. Ändern Sie danach die Adresse in den Einstellungen.',
  email_bounced: 'E-Mails an {email} kamen zu uns zurück. Könnten Sie mir Ihre Adresse buchstabieren?',
  email_complained:
    'Unsere E-Mail an Sie wurde als unerwünscht gemeldet. Sehen Sie bitte im Spam-Ordner nach und markieren Sie sie als erwünscht.',
  phone_extension:
    'Die Nummer, die wir von Ihnen haben, hat eine Durchwahl. Haben Sie eine direkte Nummer oder ein Mobiltelefon?',
  phone_differs: 'Ihr Zugang kennt noch Ihre alte Nummer, {login}. Ich gebe Ihnen eine neue PIN für die neue.',
  phone_added:
    'Ihr Zugang kennt {phone} noch nicht; bis dahin melden Sie sich bitte mit {login} an. Ich gebe Ihnen eine neue PIN, die mit beiden gilt.',
  phone_left_over: 'Ihr Zugang öffnet sich noch mit Ihrer alten Nummer, {phone}. Ich nehme sie heraus.',
  phone_left_over_only:
    'Ihr Zugang öffnet sich noch mit Ihrer alten Nummer, {phone}, und mit nichts anderem. Welche Nummer haben Sie jetzt?',
  phone_shared:
    'Auch andere melden sich mit dieser Telefonnummer an. Achten Sie bitte darauf, Ihre eigene PIN einzugeben.',
  text_lost: 'Eine SMS an {phone} kam nicht an. Ist das noch Ihre Nummer?',
  phone_no_sms: 'Die Nummer, die wir von Ihnen haben, kann keine SMS empfangen. Haben Sie eine Mobilnummer?',
  phone_unverified:
    'Bitte bestätigen Sie einmal Ihre Handynummer: Melden Sie sich an, öffnen Sie die Einstellungen und drücken Sie „Bestätigen“ neben {phone}. Bis dahin senden wir keine SMS dorthin.',
  never_invited:
    'Sie wurden noch nicht eingeladen, darum können Sie sich noch nicht anmelden. Ich schicke Ihnen jetzt eine Einladung.',
  invitation_open:
    'Bei {to} wartet eine Einladung auf Sie. Sehen Sie bitte auch im Spam-Ordner nach und öffnen Sie die neueste.',
  invitation_opened:
    'Sie haben die Einladung an {to} geöffnet. Sie gilt noch: öffnen Sie sie noch einmal und setzen Sie am Ende ein Passwort.',
  invitation_expired: 'Ihre Einladung ist zu alt. Ich schicke Ihnen eine neue; öffnen Sie bitte nur diese.',
  invitation_revoked: 'Ihre Einladung wurde ersetzt. Ich schicke Ihnen eine neue; öffnen Sie bitte nur diese.',
  invitation_used:
    'Ihre Einladung wurde schon benutzt, aber es ist kein Passwort gespeichert. Ich schicke Ihnen eine neue.',
  invitation_undelivered: 'Unsere Einladung an {to} kam nicht an. Könnten Sie mir Ihre Adresse buchstabieren?',
  password_without_email:
    'Ihr Passwort gehört zu keiner E-Mail-Adresse. Ich trage Ihre Adresse ein und schicke Ihnen einen Link.',
  pin_without_phone: 'Ihre PIN gehört zu keiner Telefonnummer. Mit welcher Nummer möchten Sie sich anmelden?',
  pin_unread: 'Ihre PIN wurde nie benutzt, und ich kann sie nicht mehr sehen. Ich gebe Ihnen eine neue.',
  resets_off: 'Ein neues Passwort lässt sich im Moment nicht auf der Anmeldeseite anfordern. Ich setze eines für Sie.',
  reset_not_allowed: 'Sie konnten bisher nicht selbst ein neues Passwort anfordern. Das schalte ich jetzt ein.',
  reset_allowed_elsewhere:
    'Sie können auf der Anmeldeseite ein neues Passwort anfordern. Es gilt für alle Ihre Firmen.',
  password_locked:
    'Es gab mehrere falsche Versuche, darum müssen Sie kurz warten ({minutes} Min.). Ich hebe das jetzt auf; tippen Sie bitte in Ruhe.',
  password_paused: 'Es gab sehr viele falsche Versuche, darum ruht Ihr Passwort. Ich hebe das jetzt auf.',
  pin_locked:
    'Es gab mehrere falsche Versuche, darum müssen Sie kurz warten ({minutes} Min.). Ich hebe das jetzt auf; tippen Sie bitte in Ruhe.',
  pin_paused: 'Es gab sehr viele falsche Versuche, darum ruht Ihre PIN. Ich hebe das jetzt auf.',
  failed_wrong_password:
    'Das eingegebene Passwort war nicht das richtige. Sehen Sie nach, ob die Feststelltaste an ist, oder fordern Sie unter dem Passwortfeld ein neues an.',
  failed_wrong_pin: 'Die eingegebene PIN war nicht die richtige. Soll ich Ihnen eine neue geben?',
  failed_no_password: 'Für diese Adresse gibt es noch kein Passwort. Ich richte eines für Sie ein.',
  failed_no_pin: 'Für diese Nummer gibt es noch keine PIN. Ich gebe Ihnen eine.',
  failed_closed: 'Ihre Adresse war richtig, aber Ihr Zugang war in dem Moment ausgeschaltet.',
  failed_other_email:
    'Sie haben eine Adresse eingegeben, die Ihr Zugang nicht kennt. Nehmen Sie bitte die, an die Ihre Einladung ging.',
  failed_never_invited:
    'Sie haben eine Adresse eingegeben, die noch nicht eingeladen wurde. Ich schicke Ihnen jetzt eine Einladung.',
  rights_taken: 'Sie kommen hinein, dürfen aber nichts sehen. Ich gebe Ihnen Ihre Rechte zurück.',
  profile_without_rights: 'Sie kommen hinein, aber Ihre Firma darf noch nichts sehen. Ich kümmere mich darum.',
  mail_not_set_up: 'Unsere E-Mail ist im Moment nicht eingerichtet, darum gebe ich Ihnen den Zugang am Telefon.',
  mail_hangs: 'Unsere E-Mail ist im Moment langsam. Ich gebe Ihnen den Zugang am Telefon.',
  mail_untested: 'Ich prüfe gerade, ob unsere E-Mails hinausgehen.',
  message_undelivered: 'Unsere letzte Nachricht an {to} kam nicht an. Stimmt die Adresse?',
  mobile_shared:
    'Ihre Mobilnummer steht bei uns noch bei jemand anderem, deshalb senden wir keine SMS dorthin. Haben Sie eine eigene Nummer?',
  sms_not_set_up: 'Wir versenden im Moment keine SMS. Ich gebe Ihnen den Zugang auf anderem Weg.',
  sms_country_not_listed: 'An Nummern Ihres Landes versenden wir keine SMS. Ich gebe Ihnen den Zugang auf anderem Weg.',
  sms_country_stopped: 'SMS in Ihr Land werden im Moment zurückgehalten. Ich gehe dem nach.',
  sms_daily_stop: 'Heute gehen keine SMS mehr hinaus. Ich gebe Ihnen den Zugang auf anderem Weg.',
  sms_no_carrier: 'Wir können Ihnen noch keine SMS senden. Bei welchem Anbieter ist Ihr Mobilvertrag?',
  sms_carrier_ended: 'Ihr Mobilanbieter nimmt von uns keine SMS mehr an. Ich gebe Ihnen den Zugang auf anderem Weg.',
  sms_hangs: 'Unsere SMS sind im Moment langsam. Ich gebe Ihnen den Zugang am Telefon.',
  text_undelivered: 'Unsere letzte SMS an {to} kam nicht an. Stimmt die Nummer?',
  deployment_portal_off:
    'Die Etiketten an den Geräten funktionieren noch nicht. Ich schalte das ein; bitte scannen Sie in einer Minute noch einmal.',
};
