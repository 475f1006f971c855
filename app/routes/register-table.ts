/** The whole register with tabs, for a spreadsheet or its clipboard. */
import { downloadLoader } from '~/files/fileResponse.server';
import { registerFile } from '~/topics/registers/register.read.server';
import { openRegister } from '~/topics/registers/registerScope.server';

export const loader = downloadLoader(openRegister, registerFile);
