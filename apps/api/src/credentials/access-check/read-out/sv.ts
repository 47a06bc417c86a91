import type { ReadOut } from '../../../access-checks/access-checks.js';

export const READ_OUT_SV: ReadOut = {
  customer_inactive: 'Ert företags åtkomst är avstängd just nu. Jag slår på den; försök igen om en minut.',
  contact_inactive: 'Din åtkomst var avstängd. Jag slår på den igen; försök igen om en minut.',
  not_portal_user: 'Du var inte upplagd för portalen än. Jag gör det nu.',
  not_accepted:
    'Du har redan en inloggning. Logga in som vanligt; ett kort där frågar om du godkänner oss. Du kan säga nej där också.',
  declined: 'Frågan om du godkänner oss besvarades med nej. Jag undersöker det; säg mig gärna din e-postadress.',
  login_disabled: 'Din inloggning var stängd. Jag öppnar den igen; försök igen om en minut.',
  no_login_id: 'Vi har varken en e-postadress eller ett telefonnummer till dig. Vilket vill du logga in med?',
  email_differs: 'Logga in med {login}. Det är adressen som din åtkomst lades upp med.',
  email_not_taken_up: 'Din åtkomst har fortfarande din gamla adress, {login}. Jag byter till den nya.',
  login_email_bounced:
    'Jag sätter ett nytt lösenord åt dig. Logga in med din gamla adress {login} och det lösenordet. Byt sedan adress i inställningarna.',
  email_bounced: 'E-post till {email} kom tillbaka till oss. Kan du bokstavera din e-postadress?',
  email_complained: 'Vår e-post till dig har anmälts som oönskad. Titta i skräpposten och markera den som önskad.',
  phone_extension: 'Numret vi har till dig har en anknytning. Har du ett direktnummer eller ett mobilnummer?',
  phone_differs: 'Din åtkomst känner fortfarande till ditt gamla nummer, {login}. Jag ger dig en ny PIN för det nya.',
  phone_added:
    'Din åtkomst känner inte till {phone} än; logga tills vidare in med {login}. Jag ger dig en ny PIN som fungerar med båda.',
  phone_left_over: 'Din åtkomst öppnas fortfarande med ditt gamla nummer, {phone}. Jag tar bort det.',
  phone_left_over_only:
    'Din åtkomst öppnas fortfarande med ditt gamla nummer, {phone}, och inget annat. Vilket nummer har du nu?',
  phone_shared: 'Fler loggar in med samma telefonnummer. Var noga med att skriva din egen PIN.',
  text_lost: 'Ett SMS till {phone} kom inte fram. Är det fortfarande ditt nummer?',
  phone_no_sms: 'Numret vi har till dig kan inte ta emot SMS. Har du ett mobilnummer?',
  phone_unverified:
    'Bekräfta ditt mobilnummer en gång: logga in, öppna inställningarna och tryck på ”Bekräfta” bredvid {phone}. Till dess skickar vi inga sms dit.',
  never_invited: 'Du har inte blivit inbjuden än, så det finns inget att logga in med. Jag skickar en inbjudan nu.',
  invitation_open: 'En inbjudan väntar på dig på {to}. Titta även i skräpposten och öppna den senaste.',
  invitation_opened:
    'Du öppnade inbjudan på {to}. Den gäller fortfarande: öppna den igen och sätt ett lösenord i slutet.',
  invitation_expired: 'Din inbjudan är för gammal. Jag skickar en ny; öppna bara den.',
  invitation_revoked: 'Din inbjudan har ersatts. Jag skickar en ny; öppna bara den.',
  invitation_used: 'Din inbjudan har redan använts, men inget lösenord är sparat. Jag skickar en ny.',
  invitation_undelivered: 'Vår inbjudan till {to} kom inte fram. Kan du bokstavera din e-postadress?',
  password_without_email:
    'Ditt lösenord hör inte till någon e-postadress. Jag lägger till din adress och skickar en länk.',
  pin_without_phone: 'Din PIN hör inte till något telefonnummer. Vilket nummer vill du logga in med?',
  pin_unread: 'Din PIN har aldrig använts och jag kan inte se den längre. Jag ger dig en ny.',
  resets_off: 'Det går inte att begära ett nytt lösenord på inloggningssidan just nu. Jag sätter ett åt dig.',
  reset_not_allowed: 'Du har inte kunnat begära ett nytt lösenord själv. Jag slår på det nu.',
  reset_allowed_elsewhere: 'Du kan begära ett nytt lösenord på inloggningssidan. Det gäller för alla dina företag.',
  password_locked:
    'Det blev flera felaktiga försök, så du måste vänta en stund ({minutes} min). Jag häver det nu; skriv i lugn och ro.',
  password_paused: 'Det blev väldigt många felaktiga försök, så ditt lösenord är pausat. Jag häver det nu.',
  pin_locked:
    'Det blev flera felaktiga försök, så du måste vänta en stund ({minutes} min). Jag häver det nu; skriv i lugn och ro.',
  pin_paused: 'Det blev väldigt många felaktiga försök, så din PIN är pausad. Jag häver det nu.',
  failed_wrong_password:
    'Lösenordet du skrev var inte rätt. Kontrollera om Caps Lock är på, eller begär ett nytt under lösenordsfältet.',
  failed_wrong_pin: 'PIN-koden du skrev var inte rätt. Ska jag ge dig en ny?',
  failed_no_password: 'Det finns inget lösenord för den adressen än. Jag ordnar ett åt dig.',
  failed_no_pin: 'Det finns ingen PIN för det numret än. Jag ger dig en.',
  failed_closed: 'Du skrev rätt adress, men din åtkomst var avstängd just då.',
  failed_other_email:
    'Du skrev en adress som din åtkomst inte känner till. Logga in med den som din inbjudan gick till.',
  failed_never_invited: 'Du skrev en adress som inte har blivit inbjuden än. Jag skickar en inbjudan nu.',
  rights_taken: 'Du kommer in men får inte se något. Jag ger tillbaka dina rättigheter.',
  profile_without_rights: 'Du kommer in, men ert företag får inte se något än. Jag tar hand om det.',
  mail_not_set_up: 'Vår e-post är inte inställd just nu, så jag ger dig åtkomsten på telefon.',
  mail_hangs: 'Vår e-post är långsam just nu. Jag ger dig åtkomsten på telefon.',
  mail_untested: 'Jag kontrollerar om vår e-post går ut.',
  message_undelivered: 'Vårt senaste meddelande till {to} kom inte fram. Stämmer adressen?',
  mobile_shared: 'Ditt mobilnummer står hos någon annan också, så vi skickar inga SMS dit. Har du ett eget nummer?',
  sms_not_set_up: 'Vi skickar inga SMS just nu. Jag ger dig åtkomsten på annat sätt.',
  sms_country_not_listed: 'Vi skickar inga SMS till nummer i ditt land. Jag ger dig åtkomsten på annat sätt.',
  sms_country_stopped: 'SMS till ditt land hålls tillbaka just nu. Jag tittar på det.',
  sms_daily_stop: 'I dag går inga fler SMS ut. Jag ger dig åtkomsten på annat sätt.',
  sms_no_carrier: 'Vi kan inte skicka SMS till dig än. Vilken operatör har du?',
  sms_carrier_ended: 'Din operatör tar inte emot SMS från oss längre. Jag ger dig åtkomsten på annat sätt.',
  sms_hangs: 'Våra SMS är långsamma just nu. Jag ger dig åtkomsten på telefon.',
  text_undelivered: 'Vårt senaste SMS till {to} kom inte fram. Stämmer numret?',
  deployment_portal_off: 'Etiketterna på enheterna fungerar inte än. Jag slår på det; skanna igen om en minut.',
};
