import type { ReadOut } from '../../../access-checks/access-checks.js';

/** Sentences staff read out on the phone, by cause. They tell the person who calls nothing that only staff should know. */
export const READ_OUT_EN: ReadOut = {
  customer_inactive:
    'The access of your company is switched off at the moment. I am switching it on; please try again in a minute.',
  contact_inactive: 'Your access was switched off. I am switching it on again; please try again in a minute.',
  not_portal_user: 'You were not set up for the portal yet. I am doing that now.',
  not_accepted:
    'You have a login already. Please sign in as always; a card there asks whether you accept us. You can say no there too.',
  declined:
    'The question whether you accept us was answered with no. I will look into that; please tell me your e-mail address.',
  login_disabled: 'Your login was closed. I am opening it again; please try again in a minute.',
  no_login_id:
    'We have neither an e-mail address nor a phone number of yours. Which one would you like to sign in with?',
  email_differs: 'Please sign in with {login}. That is the address your access was set up with.',
  email_not_taken_up: 'Your access still has your old address, {login}. I am putting your new one in its place.',
  login_email_bounced:
    'I am setting a new password for you. Please sign in with your old address, {login}, and that password. Then change the address in the settings.',
  email_bounced: 'Mail to {email} came back to us. Could you spell your e-mail address for me?',
  email_complained: 'Our mail to you was reported as unwanted. Please look in your spam folder and mark it as wanted.',
  phone_extension: 'The number we have of you has an extension. Do you have a direct or a mobile number?',
  phone_differs: 'Your access still knows your old number, {login}. I am giving you a new PIN for the new one.',
  phone_added:
    'Your access does not know {phone} yet; until then please sign in with {login}. I am giving you a new PIN that works with both.',
  phone_left_over: 'Your access still opens with your old number, {phone}. I am taking that off.',
  phone_left_over_only:
    'Your access still opens with your old number, {phone}, and with nothing else. Which number do you have now?',
  phone_shared: 'Others use the same phone number to sign in. Please take care to type your own PIN.',
  text_lost: 'A text message to {phone} did not arrive. Is that still your number?',
  phone_no_sms: 'The number we have of you cannot receive text messages. Do you have a mobile number?',
  phone_unverified:
    'Please confirm your mobile number once: sign in, open the settings and press "Confirm" beside {phone}. Until then we send no texts to it.',
  never_invited: 'You were not invited yet, so there is nothing to sign in with. I am sending you an invitation now.',
  invitation_open:
    'An invitation is waiting for you at {to}. Please look in your spam folder too, and open the newest one.',
  invitation_opened: 'You opened the invitation at {to}. It still works: open it again, and set a password at the end.',
  invitation_expired: 'Your invitation is too old. I am sending you a new one; please open only that one.',
  invitation_revoked: 'Your invitation was replaced. I am sending you a new one; please open only that one.',
  invitation_used: 'Your invitation was used before, but no password is stored. I am sending you a new one.',
  invitation_undelivered: 'Our invitation to {to} could not be delivered. Could you spell your e-mail address for me?',
  password_without_email:
    'Your password belongs to no e-mail address. I am adding your address and sending you a link.',
  pin_without_phone: 'Your PIN belongs to no phone number. Which number would you like to sign in with?',
  pin_unread: 'Your PIN was never used, and I cannot see it any more. I am giving you a new one.',
  resets_off: 'A new password cannot be asked for on the sign-in page at the moment. I will set one for you.',
  reset_not_allowed: 'You could not ask for a new password yourself until now. I am switching that on.',
  reset_allowed_elsewhere: 'You can ask for a new password on the sign-in page. It works for all your companies.',
  password_locked:
    'There were several wrong tries, so the system makes you wait ({minutes} min). I am lifting that now; please take your time typing.',
  password_paused: 'There were very many wrong tries, so your password was paused. I am lifting that now.',
  pin_locked:
    'There were several wrong tries, so the system makes you wait ({minutes} min). I am lifting that now; please take your time typing.',
  pin_paused: 'There were very many wrong tries, so your PIN was paused. I am lifting that now.',
  failed_wrong_password:
    'The password you typed was not the right one. Look whether capital letters are on, or ask for a new password below the password field.',
  failed_wrong_pin: 'The PIN you typed was not the right one. Shall I give you a new one?',
  failed_no_password: 'There is no password for this address yet. I am setting one up for you.',
  failed_no_pin: 'There is no PIN for this number yet. I am giving you one.',
  failed_closed: 'You typed the right address, but your access was switched off at that moment.',
  failed_other_email:
    'You typed an address that your access does not know. Please sign in with the one your invitation went to.',
  failed_never_invited: 'You typed an address that was not invited yet. I am sending you an invitation now.',
  rights_taken: 'You get in, but you may not see anything. I am giving your rights back.',
  profile_without_rights: 'You get in, but your company may not see anything yet. I am looking into it.',
  mail_not_set_up: 'Our mail is not set up at the moment, so I will give you your access on the phone.',
  mail_hangs: 'Our mail is slow at the moment. I will give you your access on the phone.',
  mail_untested: 'I am checking whether our mail goes out.',
  message_undelivered: 'Our last message to {to} could not be delivered. Is that address right?',
  mobile_shared:
    'The mobile number we have of you stands on another file too, so we send no text messages to it. Do you have a number of your own?',
  sms_not_set_up: 'We send no text messages at the moment. I will give you your access another way.',
  sms_country_not_listed:
    'We send no text messages to numbers of your country. I will give you your access another way.',
  sms_country_stopped: 'Text messages to your country are held back at the moment. I am looking into it.',
  sms_daily_stop: 'No more text messages go out today. I will give you your access another way.',
  sms_no_carrier: 'We cannot send you text messages yet. Which company is your mobile contract with?',
  sms_carrier_ended:
    'Your mobile company takes no text messages from us any more. I will give you your access another way.',
  sms_hangs: 'Our text messages are slow at the moment. I will give you your access on the phone.',
  text_undelivered: 'Our last text message to {to} could not be delivered. Is that number right?',
  deployment_portal_off:
    'The labels on the devices do not work yet. I am switching that on; please scan again in a minute.',
};
