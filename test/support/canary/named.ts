/** Everybody who is asked what they see: by their part in the canary's dossiers. */
export type Reader =
  | 'clerk'
  | 'courier'
  | 'guest'
  | 'officer'
  | 'leader'
  | 'asked'
  | 'laterLeg'
  | 'stranger'
  | 'supervisor'
  | 'citizen'
  | 'phone'
  | 'kiosk'
  | 'anyone'
  | 'portal'
  | 'sms';

type Readers = readonly Reader[];

const department: Readers = ['officer', 'leader'];
/** What the case says to the citizen. */
const outward: Readers = ['clerk', ...department, 'citizen'];
/** Whoever handles the dossier has to know whose it is. */
const person: Readers = [
  'clerk',
  'courier',
  'guest',
  ...department,
  'asked',
  'laterLeg',
  'supervisor',
  'portal',
];
const pouch: Readers = ['clerk', 'courier', ...department];
/** Whoever hands it over has to know to whom it may go. */
const parcel: Readers = ['clerk', 'courier'];
/** Kept for whoever answers for the parcel; no route shows it. */
const nobody: Readers = [];

/** Sent along the way of the canary's dossiers: who may see it, said apart from the product's own table. */
export const named = {
  'registerDossier body.applicant.name': person,
  'registerDossier body.applicant.address': person,
  'registerDossier body.applicant.owner.name': person,
  'registerDossier body.applicant.owner.address': person,
  'registerDossier body.incident': outward,
  'registerDossier body.agreement': outward,
  'registerDossier body.fees.reason': outward,
  'recordWarning body.text': outward,
  'openConsultation body.task': [...department, 'asked'],
  'answerAssignment body.opinion': [...department, 'asked', 'laterLeg'],
  'recallAssignment body.reason': department,
  'planLegs body.plan.legs.task': [...department, 'asked', 'laterLeg'],
  'extendDeadline body.reason': outward,
  'extendDeadline body.override': department,
  'requestPayment body.reason': [...outward, 'portal'],
  'requestPayment body.instructions': outward,
  'settlePaymentRequest body.reason': outward,
  'requestSupplement body.reason': [...outward, 'guest', 'portal'],
  'requestSupplement body.items.reason': [...outward, 'guest'],
  'stopDossier body.reason': outward,
  'withdrawDossier body.reason': outward,
  // The dossier is then the other agency's; whoever gave it away holds its papers no more.
  'transferDossier body.reason': ['clerk', 'stranger'],
  'decideDossier body.reason': outward,
  'sealPouch body.sealNumber': pouch,
  'countPouch body.lines.remark': pouch,
  'countPouch body.strays': pouch,
  'recordCourierEvent body.note': nobody,
  'recordCourierEvent body.proof.relation': nobody,
  'authoriseRecipient body.name': parcel,
  'authoriseRecipient body.reference': parcel,
} as const satisfies Readonly<Record<string, Readers>>;

export type Sent = keyof typeof named;

const copies = 'the same shape, kept the same way, as registerDossier';
const secret = 'a word that is compared and not kept';
const ofParcel = 'the same record as recordCourierEvent';
const ofLoss = 'beside the dossier, read by one list at both ends of its pouch, whose test says so';
const ofQuestion = 'of no dossier; counted by week without numbers and names, read by no route';
const ofOffice = 'of an office’s own books, not of a dossier';
/** Its readers stand in the product's own table; no demo user is away. */
const ofAbsence = 'a fact of its own, whose readers the table of texts names';
const ofOrder = 'of a return order, which is no dossier of ours';
const ofCorrection = 'beside the dossier, read by one route, whose test says by whom';
const ofHold =
  'read by the agency alone, by its row; laid by a supervisor, who is on no dossier’s way';
const ofComplaint = 'beside the dossier, read by one route to its office and supervisors alone';
/** Sealed beside its fact; a journey of its own asks who reads it. */
const ofDoor = 'a fact of its own, whose readers the table of texts names';
const ofPreview = 'drawn and forgotten: nothing of it is written before the act says it';
const oldPapers = 'must be the name of a paper of the procedure or the order';

/** Not sent by the canary, each with the reason. */
export const elsewhere: Readonly<Record<string, string>> = {
  'searchProcedures query.q': ofQuestion,
  'findCommunes query.q': secret,
  'foreseeAppointment body.address': secret,
  'findDossier query.number': secret,
  'findReturnOrder query.number': secret,
  'readInbox query.procedure': secret,
  'joinDossier body.code': secret,
  'joinDossier body.secret': secret,
  'trackOnPage body.code': secret,
  'trackOnPage body.secret': secret,
  'trackDossier body.code': secret,
  'trackDossier body.secret': secret,
  'requestOtp body.code': secret,
  'requestOtp body.secret': secret,
  'openSession body.code': secret,
  'openSession body.secret': secret,
  'receiveSmsWebhook query.token': secret,
  'receiveSmsCallback query.token': secret,
  'takePouch body.sealNumber': 'must be what sealPouch said',
  'enterDossier body.applicant.name': copies,
  'enterDossier body.applicant.address': copies,
  'enterDossier body.applicant.owner.name': copies,
  'enterDossier body.applicant.owner.address': copies,
  'enterDossier body.incident': copies,
  'enterDossier body.agreement': copies,
  'enterDossier body.fees.reason': copies,
  'registerMany body.lines.incident': copies,
  'registerMany body.lines.agreement': copies,
  'registerMany body.lines.fees.reason': copies,
  'registerMany body.applicant.name': copies,
  'registerMany body.applicant.address': copies,
  'registerMany body.applicant.owner.name': copies,
  'registerMany body.applicant.owner.address': copies,
  'readIdentityCard body.text': 'read and forgotten',
  'refuseReception body.reason': 'no agency has a demo user before whom a slip is refused',
  'chooseOwnDelivery body.to.address': ofDoor,
  'chooseDelivery body.to.address': ofDoor,
  'previewForm body.items.reason': ofPreview,
  'previewForm body.reason': ofPreview,
  'previewForm body.override': ofPreview,
  'previewForm body.agreement': ofPreview,
  'returnProposal body.reason': 'no agency of a demo leader has a procedure that a leader signs',
  'createShipment body.recipient.name': 'must be the applicant or on record; the label is theirs',
  'createShipment body.recipient.address': 'shown with the parcel, like recordCourierEvent',
  'receiveCourierWebhook body.note': ofParcel,
  'receiveCourierWebhook body.proof.receiverName': ofParcel,
  'receiveCourierWebhook body.proof.relation': ofParcel,
  'receiveCourierWebhook body.proof.reference': ofParcel,
  'receiveCourierWebhook body.takeBack.paper': ofParcel,
  'recordCourierEvent body.takeBack.paper': oldPapers,
  'pickUpResult body.takeBack.paper': oldPapers,
  'takeOldPapers body.takeBack.paper': oldPapers,
  'recordCourierEvent body.proof.receiverName': 'must be what authoriseRecipient said',
  'recordCourierEvent body.proof.reference': 'must be what authoriseRecipient said',
  'giveBackPapers body.receiverName': 'must be the applicant or on record',
  'giveBackPapers body.reference': 'must be what authoriseRecipient said',
  'reviewDelivery body.finding': 'the supervisor’s own word on a flagged delivery',
  'pickUpResult body.receiverName': 'must be the applicant or on record',
  'pickUpResult body.reference': 'must be what authoriseRecipient said',
  'takePayment body.moreThanDue': ofOffice,
  'refundReceipt body.signedBy': ofOffice,
  'reverseReceipt body.signedBy': ofOffice,
  'correctReceipt body.reason': ofOffice,
  'refuseGiveBack body.reason': ofOffice,
  'signPouch body.giverAbsence': 'of the pouch’s record, for its two sides, like its remarks',
  'lodgeComplaint body.text': ofComplaint,
  'answerComplaint body.text': ofComplaint,
  'layHold body.reason': ofHold,
  'liftHold body.reason': ofHold,
  'admitLateAnswer body.reason': 'a last day must have passed first; read like stopDossier’s',
  'prolongTerm body.reason': 'land law grants none; read like extendDeadline’s, by the same row',
  'prolongTerm body.agreement': 'land law grants none; read like extendDeadline’s, by the same row',
  'takeBackLease body.reason': ofAbsence,
  'takeBackAssignment body.reason': ofAbsence,
  'createShipment body.moreThanDue': ofOffice,
  'noteFoundResult body.word': ofLoss,
  'voidShipment body.reason': ofParcel,
  'declareLoss body.reference': ofParcel,
  'declareLoss body.reason': ofParcel,
  'correctReturnOrder body.terms.recipient.name': ofOrder,
  'correctReturnOrder body.terms.recipient.address': ofOrder,
  'correctReturnOrder body.terms.authorised.name': ofOrder,
  'correctReturnOrder body.terms.authorised.reference': ofOrder,
  'correctReturnOrder body.terms.papers.name': ofOrder,
  'correctReturnOrder body.terms.takeBack': ofOrder,
  'correctReturnOrder body.reason': ofOrder,
  'withdrawReturnOrder body.reason': ofOrder,
  'reissueReturnOrder body.reason': ofOrder,
  'countPouch body.orders.remark': ofOrder,
  'readPhoneAccess query.code': secret,
  'settleBulkReading body.finding': 'the supervisor’s own word on somebody’s reading',
  'settleUntimelyEntry body.finding': 'the supervisor’s own word on a slip',
  'correctApplicant body.change.name': ofCorrection,
  'correctApplicant body.change.address': ofCorrection,
  'correctApplicant body.change.owner.name': ofCorrection,
  'correctApplicant body.change.owner.address': ofCorrection,
  'correctApplicant body.reason': ofCorrection,
  'answerCorrection body.word': ofCorrection,
  'takeOutScan body.reason': ofCorrection,
  'correctComponents body.reason': ofCorrection,
  'closeShift body.explanation': ofOffice,
  'refundReceipt body.reason': ofOffice,
  'reverseReceipt body.reason': ofOffice,
  'voidSlip body.reason': ofOffice,
  'closeBlock body.explanation': ofOffice,
  'settleCall body.note': ofOffice,
  'startPairing body.name': ofOffice,
  'renameDevice body.name': ofOffice,
  'rateDossier body.reason.text': 'bears no dossier (ADR 012)',
  'proposeAmendment body.holidays.name': ofOffice,
  'proposeAmendment body.makeUpDays.name': ofOffice,
  'proposeAmendment body.reason': ofOffice,
};

/** Of a return order, which is no dossier: those are not sent here either. */
export const isOfOrder = (field: string): boolean =>
  /^(?:orderReturn|pickUpReturnOrder|takeOrderPapers|receiveOrderPapers)/.test(field);
