/** What the accounts room offers to screens of other rooms: the own password once more, before what cannot be taken back. */
export { ProofField, type ProofRefusal } from './proofField';
