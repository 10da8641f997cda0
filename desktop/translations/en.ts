<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>AboutCard</name>
    <message>
        <source>About</source>
        <translation>About</translation>
    </message>
    <message>
        <source>motcua: satisfaction slips and digital addresses of one-stop counters, on your own computer, with no network.</source>
        <translation>motcua: satisfaction slips and digital addresses of one-stop counters, on your own computer, with no network.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Version of the store</source>
        <translation>Version of the store</translation>
    </message>
    <message>
        <source>Errors are noted in</source>
        <translation>Errors are noted in</translation>
    </message>
    <message>
        <source>The program uses Qt and PySide6 under the LGPL, version 3: you may replace these libraries by your own builds of them. How, where their source is, and the licences of all other parts stand here.</source>
        <translation>The program uses Qt and PySide6 under the LGPL, version 3: you may replace these libraries by your own builds of them. How, where their source is, and the licences of all other parts stand here.</translation>
    </message>
    <message>
        <source>Licences…</source>
        <translation>Licences…</translation>
    </message>
</context>
<context>
    <name>AccountButton</name>
    <message>
        <source>Account %1</source>
        <translation>Account %1</translation>
    </message>
    <message>
        <source>Lock the screen</source>
        <translation>Lock the screen</translation>
    </message>
    <message>
        <source>Hand over to another account</source>
        <translation>Hand over to another account</translation>
    </message>
    <message>
        <source>My password and second factor</source>
        <translation>My password and second factor</translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>Handbook</translation>
    </message>
</context>
<context>
    <name>AccountForm</name>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>AccountTable</name>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Last used here</source>
        <translation>Last used here</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>on another machine</source>
        <translation>on another machine</translation>
    </message>
    <message numerus="yes">
        <source>locked for %n minute(s)</source>
        <translation>
            <numerusform>locked for %n minute</numerusform>
            <numerusform>locked for %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>closed: not used for long</source>
        <translation>closed: not used for long</translation>
    </message>
    <message>
        <source>has to change the password</source>
        <translation>has to change the password</translation>
    </message>
    <message>
        <source>with a second factor</source>
        <translation>with a second factor</translation>
    </message>
</context>
<context>
    <name>AccountsCard</name>
    <message>
        <source>Accounts</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>Find an account</source>
        <translation>Find an account</translation>
    </message>
    <message>
        <source>Name, role or state (Ctrl+F)</source>
        <translation>Name, role or state (Ctrl+F)</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Add…</translation>
    </message>
    <message>
        <source>Change the role…</source>
        <translation>Change the role…</translation>
    </message>
    <message>
        <source>New password…</source>
        <translation>New password…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Remove…</translation>
    </message>
    <message>
        <source>Each person has an account of their own: what they record and type stays theirs.</source>
        <translation>Each person has an account of their own: what they record and type stays theirs.</translation>
    </message>
    <message>
        <source>%1 can sign in now, and chooses another password then.</source>
        <translation>%1 can sign in now, and chooses another password then.</translation>
    </message>
    <message>
        <source>%1 has another role.</source>
        <translation>%1 has another role.</translation>
    </message>
    <message>
        <source>%1 has a new password, and chooses another one when signing in.</source>
        <translation>%1 has a new password, and chooses another one when signing in.</translation>
    </message>
    <message>
        <source>Remove the account %1? Its password opens nothing any more; its name stays in the history, and what it recorded stays.</source>
        <translation>Remove the account %1? Its password opens nothing any more; its name stays in the history, and what it recorded stays.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>%1 is removed.</source>
        <translation>%1 is removed.</translation>
    </message>
</context>
<context>
    <name>AdministratorStep</name>
    <message>
        <source>Administrator&apos;s account</source>
        <translation>Administrator&apos;s account</translation>
    </message>
    <message>
        <source>for example: quantri</source>
        <translation>for example: quantri</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>The administrator</source>
        <translation>The administrator</translation>
    </message>
    <message>
        <source>Please type a name, without your title.</source>
        <translation>Please type a name, without your title.</translation>
    </message>
</context>
<context>
    <name>AnswerList</name>
    <message>
        <source>Questions of the slip</source>
        <translation>Questions of the slip</translation>
    </message>
</context>
<context>
    <name>AppearanceCard</name>
    <message>
        <source>Appearance</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>As the system is set</source>
        <translation>As the system is set</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Strong contrast</source>
        <translation>Strong contrast</translation>
    </message>
    <message>
        <source>The language changes with the next start.</source>
        <translation>The language changes with the next start.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>For this computer only, whoever works on it.</source>
        <translation>For this computer only, whoever works on it.</translation>
    </message>
</context>
<context>
    <name>AuditFilterBar</name>
    <message>
        <source>Everything</source>
        <translation>Everything</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Everybody</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>Activity log</source>
        <translation>Activity log</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Save as %1</source>
        <translation>Save as %1</translation>
    </message>
    <message>
        <source>%1 entries  ·  this machine is %2</source>
        <translation>%1 entries  ·  this machine is %2</translation>
    </message>
    <message>
        <source>The file is being saved</source>
        <translation>The file is being saved</translation>
    </message>
</context>
<context>
    <name>BackupStep</name>
    <message>
        <source>Choose a folder…</source>
        <translation>Choose a folder…</translation>
    </message>
    <message>
        <source>Only on this computer</source>
        <translation>Only on this computer</translation>
    </message>
    <message>
        <source>Backups are made by themselves, encrypted, beside the store. A second place, such as a stick or another disk, saves what a lost computer takes with it. It can be chosen later in the settings too.</source>
        <translation>Backups are made by themselves, encrypted, beside the store. A second place, such as a stick or another disk, saves what a lost computer takes with it. It can be chosen later in the settings too.</translation>
    </message>
    <message>
        <source>The backups</source>
        <translation>The backups</translation>
    </message>
    <message>
        <source>Backups stay on this computer only.</source>
        <translation>Backups stay on this computer only.</translation>
    </message>
    <message>
        <source>Backups go to %1 as well.</source>
        <translation>Backups go to %1 as well.</translation>
    </message>
</context>
<context>
    <name>BackupsCard</name>
    <message>
        <source>Backups</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>Choose a second place…</source>
        <translation>Choose a second place…</translation>
    </message>
    <message>
        <source>No second place</source>
        <translation>No second place</translation>
    </message>
    <message>
        <source>Try a restore</source>
        <translation>Try a restore</translation>
    </message>
    <message>
        <source>Made by themselves every hour in which something changes and when the window closes, encrypted as the store is. A backup opens with the passwords of its day or with the recovery key. A second place, such as a stick, saves what a lost machine takes with it.</source>
        <translation>Made by themselves every hour in which something changes and when the window closes, encrypted as the store is. A backup opens with the passwords of its day or with the recovery key. A second place, such as a stick, saves what a lost machine takes with it.</translation>
    </message>
    <message>
        <source>A restore was never tried.</source>
        <translation>A restore was never tried.</translation>
    </message>
    <message>
        <source>A restore was tried last on %1.</source>
        <translation>A restore was tried last on %1.</translation>
    </message>
    <message>
        <source>%1: no backup yet</source>
        <translation>%1: no backup yet</translation>
    </message>
    <message>
        <source>On %1: %2</source>
        <translation>On %1: %2</translation>
    </message>
    <message>
        <source>Proven backup of %1 in %2</source>
        <translation>Proven backup of %1 in %2</translation>
    </message>
    <message>
        <source>The backup is being made…</source>
        <translation>The backup is being made…</translation>
    </message>
    <message>
        <source>The newest backup is being opened and proven…</source>
        <translation>The newest backup is being opened and proven…</translation>
    </message>
    <message>
        <source>The backup of %1 can be restored: %2 records, all proven.</source>
        <translation>The backup of %1 can be restored: %2 records, all proven.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Dismiss</translation>
    </message>
</context>
<context>
    <name>BatchTable</name>
    <message>
        <source>Day</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Keyed</source>
        <translation>Keyed</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Came back</translation>
    </message>
    <message>
        <source>Not valid</source>
        <translation>Not valid</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Batches</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>closed</translation>
    </message>
</context>
<context>
    <name>BatchesPage</name>
    <message>
        <source>Keying slips</source>
        <translation>Keying slips</translation>
    </message>
    <message>
        <source>A batch is one bundle of paper slips of a unit.</source>
        <translation>A batch is one bundle of paper slips of a unit.</translation>
    </message>
    <message>
        <source>New batch</source>
        <translation>New batch</translation>
    </message>
    <message>
        <source>Find a batch</source>
        <translation>Find a batch</translation>
    </message>
    <message>
        <source>Day, unit or state (Ctrl+F)</source>
        <translation>Day, unit or state (Ctrl+F)</translation>
    </message>
    <message>
        <source>No slips have been keyed yet</source>
        <translation>No slips have been keyed yet</translation>
    </message>
    <message>
        <source>Open a batch for the bundle in your hand, then key its slips.</source>
        <translation>Open a batch for the bundle in your hand, then key its slips.</translation>
    </message>
    <message>
        <source>Start the kiosk…</source>
        <translation>Start the kiosk…</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>Kiosk</translation>
    </message>
    <message>
        <source>Votes to look at, one-time codes</source>
        <translation>Votes to look at, one-time codes</translation>
    </message>
    <message>
        <source>Second keying</source>
        <translation>Second keying</translation>
    </message>
</context>
<context>
    <name>BundleDesk</name>
    <message>
        <source>For all stations</source>
        <translation>For all stations</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>For %1</translation>
    </message>
    <message>
        <source>The bundle is being taken in</source>
        <translation>The bundle is being taken in</translation>
    </message>
    <message>
        <source>The bundle is being written</source>
        <translation>The bundle is being written</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decide</translation>
    </message>
</context>
<context>
    <name>CheckFoot</name>
    <message>
        <source>Correct</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>History</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decide</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>New household</source>
        <translation>New household</translation>
    </message>
</context>
<context>
    <name>CheckForm</name>
    <message>
        <source>Checked on</source>
        <translation>Checked on</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>What was found</translation>
    </message>
    <message>
        <source>A plate or a walk sheet can be scanned at any time.</source>
        <translation>A plate or a walk sheet can be scanned at any time.</translation>
    </message>
    <message>
        <source>to the fields</source>
        <translation>to the fields</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>plate attached</source>
        <translation>plate attached</translation>
    </message>
    <message>
        <source>as it stood</source>
        <translation>as it stood</translation>
    </message>
    <message>
        <source>save and stay</source>
        <translation>save and stay</translation>
    </message>
    <message>
        <source>No hamlet of this ward has that name yet.</source>
        <translation>No hamlet of this ward has that name yet.</translation>
    </message>
    <message>
        <source>The list says: %1</source>
        <translation>The list says: %1</translation>
    </message>
    <message>
        <source>Noted before: %1</source>
        <translation>Noted before: %1</translation>
    </message>
</context>
<context>
    <name>CheckHead</name>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Save, next unchecked</source>
        <translation>Save, next unchecked</translation>
    </message>
    <message>
        <source>New household</source>
        <translation>New household</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>No name</translation>
    </message>
    <message numerus="yes">
        <source>%n household(s) left to check</source>
        <translation>
            <numerusform>%n household left to check</numerusform>
            <numerusform>%n households left to check</numerusform>
        </translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>no code</source>
        <translation>no code</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Code: %1</translation>
    </message>
    <message>
        <source>Household code: %1</source>
        <translation>Household code: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) wait for a decision: F7</source>
        <translation>
            <numerusform>%n field waits for a decision: F7</numerusform>
            <numerusform>%n fields wait for a decision: F7</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckPanels</name>
    <message>
        <source>Every household of this work list is checked</source>
        <translation>Every household of this work list is checked</translation>
    </message>
    <message>
        <source>Choose another hamlet or another filter in the register.</source>
        <translation>Choose another hamlet or another filter in the register.</translation>
    </message>
    <message>
        <source>Back to the register</source>
        <translation>Back to the register</translation>
    </message>
    <message>
        <source>The visit questionnaire was not published in this store.</source>
        <translation>The visit questionnaire was not published in this store.</translation>
    </message>
    <message>
        <source>Nothing waits for a decision at this household.</source>
        <translation>Nothing waits for a decision at this household.</translation>
    </message>
</context>
<context>
    <name>CheckScans</name>
    <message>
        <source>Code %1 belongs to %2.</source>
        <translation>Code %1 belongs to %2.</translation>
    </message>
    <message>
        <source>The place identifier was taken over.</source>
        <translation>The place identifier was taken over.</translation>
    </message>
    <message>
        <source>This scan is no plate, no identifier and no card.</source>
        <translation>This scan is no plate, no identifier and no card.</translation>
    </message>
    <message>
        <source>Identity card: %1, %2. Nothing else of it was kept.</source>
        <translation>Identity card: %1, %2. Nothing else of it was kept.</translation>
    </message>
    <message>
        <source>Take name and address</source>
        <translation>Take name and address</translation>
    </message>
    <message>
        <source>The plate agrees with the register: %1.</source>
        <translation>The plate agrees with the register: %1.</translation>
    </message>
    <message>
        <source>The plate shows %1, which no household has.</source>
        <translation>The plate shows %1, which no household has.</translation>
    </message>
    <message>
        <source>%1 was scanned: no household has that code, and it may be a telephone number.</source>
        <translation>%1 was scanned: no household has that code, and it may be a telephone number.</translation>
    </message>
    <message>
        <source>Take it as the code</source>
        <translation>Take it as the code</translation>
    </message>
    <message>
        <source>Open that household</source>
        <translation>Open that household</translation>
    </message>
</context>
<context>
    <name>CheckTyping</name>
    <message>
        <source>An identity card was scanned into a field. Nothing of it was kept; press Esc and scan it again.</source>
        <translation>An identity card was scanned into a field. Nothing of it was kept; press Esc and scan it again.</translation>
    </message>
</context>
<context>
    <name>CheckView</name>
    <message>
        <source>Press − again to throw away what was typed here.</source>
        <translation>Press − again to throw away what was typed here.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Throw away</translation>
    </message>
    <message>
        <source>What was half typed here is back. Please go on.</source>
        <translation>What was half typed here is back. Please go on.</translation>
    </message>
    <message>
        <source>This household was changed meanwhile. F5 shows how it stands now; what was typed stays.</source>
        <translation>This household was changed meanwhile. F5 shows how it stands now; what was typed stays.</translation>
    </message>
    <message>
        <source>Show how it stands</source>
        <translation>Show how it stands</translation>
    </message>
    <message>
        <source>Saved: %1 – %2</source>
        <translation>Saved: %1 – %2</translation>
    </message>
</context>
<context>
    <name>ChoiceRow</name>
    <message>
        <source>No answer</source>
        <translation>No answer</translation>
    </message>
</context>
<context>
    <name>ChoicesPanel</name>
    <message>
        <source>As recorded on the slips</source>
        <translation>As recorded on the slips</translation>
    </message>
    <message>
        <source>Today&apos;s units</source>
        <translation>Today&apos;s units</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>Questionnaire</translation>
    </message>
    <message>
        <source>Dossiers in the period</source>
        <translation>Dossiers in the period</translation>
    </message>
    <message>
        <source>If it is known: shows how many slips are needed.</source>
        <translation>If it is known: shows how many slips are needed.</translation>
    </message>
    <message>
        <source>Hide numbers under 5</source>
        <translation>Hide numbers under 5</translation>
    </message>
    <message>
        <source>Counts from 1 to 4 and what would give them away, in all of the report.</source>
        <translation>Counts from 1 to 4 and what would give them away, in all of the report.</translation>
    </message>
    <message>
        <source>Names of units</source>
        <translation>Names of units</translation>
    </message>
    <message>
        <source>What the report is about</source>
        <translation>What the report is about</translation>
    </message>
</context>
<context>
    <name>ClosedBatchPage</name>
    <message>
        <source>All batches</source>
        <translation>All batches</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Slips of the batch</source>
        <translation>Slips of the batch</translation>
    </message>
    <message>
        <source>Find a slip</source>
        <translation>Find a slip</translation>
    </message>
    <message>
        <source>Number, day or state (Ctrl+F)</source>
        <translation>Number, day or state (Ctrl+F)</translation>
    </message>
    <message>
        <source>Void this slip</source>
        <translation>Void this slip</translation>
    </message>
    <message>
        <source>Key it again</source>
        <translation>Key it again</translation>
    </message>
    <message>
        <source>Closed batch of %1</source>
        <translation>Closed batch of %1</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>What became of it</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>valid</translation>
    </message>
    <message>
        <source>not valid</source>
        <translation>not valid</translation>
    </message>
    <message>
        <source>voided</source>
        <translation>voided</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>hidden</translation>
    </message>
    <message>
        <source>You are to key this slip a second time, or may be, so it is hidden.</source>
        <translation>You are to key this slip a second time, or may be, so it is hidden.</translation>
    </message>
    <message>
        <source>The slip stands again, keyed by you; that it was voided stays told.</source>
        <translation>The slip stands again, keyed by you; that it was voided stays told.</translation>
    </message>
    <message>
        <source>The slip is voided. It can be keyed again in its place.</source>
        <translation>The slip is voided. It can be keyed again in its place.</translation>
    </message>
    <message>
        <source>Kiosk votes of %1</source>
        <translation>Kiosk votes of %1</translation>
    </message>
    <message>
        <source>The vote is voided and does not count.</source>
        <translation>The vote is voided and does not count.</translation>
    </message>
</context>
<context>
    <name>ClosedPage</name>
    <message>
        <source>The kiosk is resting. Please ask at the counter.</source>
        <translation>The kiosk is resting. Please ask at the counter.</translation>
    </message>
    <message>
        <source>For staff</source>
        <translation>For staff</translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message>
        <source>Close the batch</source>
        <translation>Close the batch</translation>
    </message>
    <message>
        <source>Slips that came back</source>
        <translation>Slips that came back</translation>
    </message>
    <message>
        <source>Reason for the difference</source>
        <translation>Reason for the difference</translation>
    </message>
    <message>
        <source>Go on keying</source>
        <translation>Go on keying</translation>
    </message>
    <message>
        <source>%1 slips were keyed. After closing, a slip can only be voided with a reason.</source>
        <translation>Slips keyed: %1. After closing, a slip can only be voided with a reason.</translation>
    </message>
    <message numerus="yes">
        <source>%n more than came back</source>
        <translation>
            <numerusform>%n more than came back</numerusform>
            <numerusform>%n more than came back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fewer than came back</source>
        <translation>
            <numerusform>%n fewer than came back</numerusform>
            <numerusform>%n fewer than came back</numerusform>
        </translation>
    </message>
    <message>
        <source>Please say why the numbers differ.</source>
        <translation>Please say why the numbers differ.</translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message>
        <source>Scan or type the code on your receipt</source>
        <translation>Scan or type the code on your receipt</translation>
    </message>
    <message>
        <source>The code shows only that a dossier is rated once. It is not kept with your answers.</source>
        <translation>The code shows only that a dossier is rated once. It is not kept with your answers.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>To the start</translation>
    </message>
    <message>
        <source>Delete a digit</source>
        <translation>Delete a digit</translation>
    </message>
</context>
<context>
    <name>ColumnsCard</name>
    <message>
        <source>What the columns hold</source>
        <translation>What the columns hold</translation>
    </message>
    <message>
        <source>What is corrected here is remembered for the next list like this one.</source>
        <translation>What is corrected here is remembered for the next list like this one.</translation>
    </message>
    <message>
        <source>Sheet %1</source>
        <translation>Sheet %1</translation>
    </message>
    <message>
        <source>Kept as it is, not read</source>
        <translation>Kept as it is, not read</translation>
    </message>
    <message>
        <source>This was guessed. Please look whether it is right.</source>
        <translation>This was guessed. Please look whether it is right.</translation>
    </message>
</context>
<context>
    <name>CompareTable</name>
    <message>
        <source>Answers compared</source>
        <translation>Answers compared</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>After</source>
        <translation>After</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>In percentage points, with the 95% interval</source>
        <translation>In percentage points, with the 95% interval</translation>
    </message>
    <message>
        <source>Satisfied slips</source>
        <translation>Satisfied slips</translation>
    </message>
    <message>
        <source>Left blank</source>
        <translation>Left blank</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>The period before</source>
        <translation>The period before</translation>
    </message>
    <message>
        <source>The same period a year before</source>
        <translation>The same period a year before</translation>
    </message>
    <message>
        <source>The same period</source>
        <translation>The same period</translation>
    </message>
    <message>
        <source>Another period…</source>
        <translation>Another period…</translation>
    </message>
    <message>
        <source>Satisfied on both sides, with 95% intervals</source>
        <translation>Satisfied on both sides, with 95% intervals</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Compared with</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparison</translation>
    </message>
    <message>
        <source>The same units</source>
        <translation>The same units</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>All units</translation>
    </message>
    <message>
        <source>One side has no valid slips, so there is nothing to compare.</source>
        <translation>One side has no valid slips, so there is nothing to compare.</translation>
    </message>
    <message>
        <source>%2 against %1:</source>
        <translation>%2 against %1:</translation>
    </message>
    <message>
        <source>Some slips count on both sides, so the interval is wider than it had to be.</source>
        <translation>Some slips count on both sides, so the interval is wider than it had to be.</translation>
    </message>
</context>
<context>
    <name>ConflictsPage</name>
    <message>
        <source>Open the household</source>
        <translation>Open the household</translation>
    </message>
    <message>
        <source>Where two people, or a person and a newer list, differ, it is shown here.</source>
        <translation>Where two people, or a person and a newer list, differ, it is shown here.</translation>
    </message>
    <message>
        <source>Back to the register</source>
        <translation>Back to the register</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>No name</translation>
    </message>
    <message numerus="yes">
        <source>%n household(s) wait</source>
        <translation>
            <numerusform>%n household waits</numerusform>
            <numerusform>%n households wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorrectionGrid</name>
    <message>
        <source>Attached</source>
        <translation>Attached</translation>
    </message>
    <message>
        <source>In the register</source>
        <translation>In the register</translation>
    </message>
    <message>
        <source>Found on the spot</source>
        <translation>Found on the spot</translation>
    </message>
</context>
<context>
    <name>DamagePage</name>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>of an administrator or a head of unit</source>
        <translation>of an administrator or a head of unit</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>as it is on paper</source>
        <translation>as it is on paper</translation>
    </message>
    <message>
        <source>Use the recovery key instead</source>
        <translation>Use the recovery key instead</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Choose another backup…</source>
        <translation>Choose another backup…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>The store can be used again</source>
        <translation>The store can be used again</translation>
    </message>
    <message>
        <source>Restoring: this can take some minutes…</source>
        <translation>Restoring: this can take some minutes…</translation>
    </message>
    <message>
        <source>The store needs to be restored</source>
        <translation>The store needs to be restored</translation>
    </message>
    <message>
        <source>Nothing is written to it any more, and a copy of the damaged files is kept. What was half typed is kept too.</source>
        <translation>Nothing is written to it any more, and a copy of the damaged files is kept. What was half typed is kept too.</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>Please fill this in.</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>Open the calendar</source>
        <translation>Open the calendar</translation>
    </message>
    <message>
        <source>Enter the day as dd/mm/yyyy.</source>
        <translation>Enter the day as dd/mm/yyyy.</translation>
    </message>
    <message>
        <source>There is no such day. Check day and month.</source>
        <translation>There is no such day. Check day and month.</translation>
    </message>
</context>
<context>
    <name>DecidingPage</name>
    <message>
        <source>Waiting for a decision</source>
        <translation>Waiting for a decision</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Decide later</translation>
    </message>
    <message>
        <source>Nothing waits for a decision</source>
        <translation>Nothing waits for a decision</translation>
    </message>
</context>
<context>
    <name>DecisionView</name>
    <message>
        <source>Another value</source>
        <translation>Another value</translation>
    </message>
    <message>
        <source>Waiting for a decision</source>
        <translation>Waiting for a decision</translation>
    </message>
    <message>
        <source>The values differ. Press the digit of the one that is right.</source>
        <translation>The values differ. Press the digit of the one that is right.</translation>
    </message>
    <message>
        <source>Field before</source>
        <translation>Field before</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Settle</translation>
    </message>
    <message>
        <source>Another value…</source>
        <translation>Another value…</translation>
    </message>
    <message>
        <source>%2 (before: %1)</source>
        <translation>%2 (before: %1)</translation>
    </message>
    <message>
        <source>Type the value that is right, or press Esc.</source>
        <translation>Type the value that is right, or press Esc.</translation>
    </message>
    <message>
        <source>Nothing is decided yet. Press the digit of the value that is right.</source>
        <translation>Nothing is decided yet. Press the digit of the value that is right.</translation>
    </message>
    <message>
        <source>What is decided</source>
        <translation>What is decided</translation>
    </message>
</context>
<context>
    <name>DefaultsCard</name>
    <message>
        <source>Rows that do not say where they belong</source>
        <translation>Rows that do not say where they belong</translation>
    </message>
    <message>
        <source>For example Khu 5, then Enter</source>
        <translation>For example Khu 5, then Enter</translation>
    </message>
    <message>
        <source>Hamlet of these rows</source>
        <translation>Hamlet of these rows</translation>
    </message>
    <message>
        <source>Ward or commune of these rows</source>
        <translation>Ward or commune of these rows</translation>
    </message>
    <message>
        <source>Choose a unit</source>
        <translation>Choose a unit</translation>
    </message>
</context>
<context>
    <name>DeliveryRow</name>
    <message>
        <source>Revoke…</source>
        <translation>Revoke…</translation>
    </message>
    <message>
        <source>Revoke %1</source>
        <translation>Revoke %1</translation>
    </message>
</context>
<context>
    <name>DropFactorForm</name>
    <message>
        <source>Without a second factor</source>
        <translation>Without a second factor</translation>
    </message>
    <message>
        <source>Ask for no codes any more</source>
        <translation>Ask for no codes any more</translation>
    </message>
    <message>
        <source>The password now</source>
        <translation>The password now</translation>
    </message>
    <message>
        <source>Alone it needs 14 characters; change it first if it is shorter.</source>
        <translation>Alone it needs 14 characters; change it first if it is shorter.</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Possible duplicates</source>
        <translation>Possible duplicates</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>No two households look alike here</source>
        <translation>No two households look alike here</translation>
    </message>
    <message>
        <source>All of them are decided, or there are none in this hamlet.</source>
        <translation>All of them are decided, or there are none in this hamlet.</translation>
    </message>
    <message>
        <source>Comparing the households of %1…</source>
        <translation>Comparing the households of %1…</translation>
    </message>
    <message>
        <source>Two households</source>
        <translation>Two households</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Decide later</translation>
    </message>
    <message>
        <source>%1  ·  pair %2 of %3</source>
        <translation>%1  ·  pair %2 of %3</translation>
    </message>
    <message>
        <source>The pair before was made one household.</source>
        <translation>The pair before was made one household.</translation>
    </message>
    <message>
        <source>The pair before stays two households.</source>
        <translation>The pair before stays two households.</translation>
    </message>
</context>
<context>
    <name>EnrolDialog</name>
    <message>
        <source>Enrol a station</source>
        <translation>Enrol a station</translation>
    </message>
    <message>
        <source>The fingerprint is the same: it was read out to me</source>
        <translation>The fingerprint is the same: it was read out to me</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>Enrol</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Call the other station by a number that you know. What it reads out from its page Exchange must be this, group by group:</source>
        <translation>Call the other station by a number that you know. What it reads out from its page Exchange must be this, group by group:</translation>
    </message>
    <message>
        <source>Station id: %1</source>
        <translation>Station id: %1</translation>
    </message>
    <message>
        <source>What it may read</source>
        <translation>What it may read</translation>
    </message>
</context>
<context>
    <name>EnrolmentDesk</name>
    <message>
        <source>The card is saved: %1</source>
        <translation>The card is saved: %1</translation>
    </message>
    <message>
        <source>Revoke %1? It gets nothing more from here, and nothing more is taken from it. What was exchanged stays.</source>
        <translation>Revoke %1? It gets nothing more from here, and nothing more is taken from it. What was exchanged stays.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Revoke</translation>
    </message>
    <message>
        <source>The card is made. Save it to a stick and give it to the other station.</source>
        <translation>The card is made. Save it to a stick and give it to the other station.</translation>
    </message>
    <message>
        <source>%1 is enrolled: bundles can be written for it and taken from it.</source>
        <translation>%1 is enrolled: bundles can be written for it and taken from it.</translation>
    </message>
    <message>
        <source>%1 is revoked.</source>
        <translation>%1 is revoked.</translation>
    </message>
</context>
<context>
    <name>EntryPage</name>
    <message>
        <source>All batches</source>
        <translation>All batches</translation>
    </message>
    <message>
        <source>Close the batch</source>
        <translation>Close the batch</translation>
    </message>
    <message>
        <source>Press Esc again to throw the slip in hand away.</source>
        <translation>Press Esc again to throw the slip in hand away.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Throw away</translation>
    </message>
    <message>
        <source>The slip in hand was thrown away.</source>
        <translation>The slip in hand was thrown away.</translation>
    </message>
    <message>
        <source>The last slip is not saved yet. Please wait until it is.</source>
        <translation>The last slip is not saved yet. Please wait until it is.</translation>
    </message>
    <message>
        <source>The slip that was half keyed is back. Please go on.</source>
        <translation>The slip that was half keyed is back. Please go on.</translation>
    </message>
    <message>
        <source>Slip %1 was taken back. Change it and save it again.</source>
        <translation>Slip %1 was taken back. Change it and save it again.</translation>
    </message>
    <message>
        <source>A slip is still in hand. Please save or clear it first.</source>
        <translation>A slip is still in hand. Please save or clear it first.</translation>
    </message>
</context>
<context>
    <name>EntryView</name>
    <message>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Why is this slip not valid?</source>
        <translation>Why is this slip not valid?</translation>
    </message>
    <message>
        <source>Valid after all</source>
        <translation>Valid after all</translation>
    </message>
    <message>
        <source>Not valid</source>
        <translation>Not valid</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Dossier code (optional)</source>
        <translation>Dossier code (optional)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Left blank</source>
        <translation>Left blank</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Correct last slip</source>
        <translation>Correct last slip</translation>
    </message>
    <message>
        <source>Take back last slip</source>
        <translation>Take back last slip</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Erase personal data</source>
        <translation>Erase personal data</translation>
    </message>
    <message>
        <source>I have looked at the request, and it is this household</source>
        <translation>I have looked at the request, and it is this household</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Erase for good</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>What goes: name, telephone, address, codes, notes and answers, in %1 record(s) with %2 entries, here and at every station once it exchanges.</source>
        <translation>What goes: name, telephone, address, codes, notes and answers, in %1 record(s) with %2 entries, here and at every station once it exchanges.</translation>
    </message>
    <message>
        <source>What stays: that a household of this hamlet was counted, and with which outcome, so that reports already signed remain right; and who erased it, when and why.</source>
        <translation>What stays: that a household of this hamlet was counted, and with which outcome, so that reports already signed remain right; and who erased it, when and why.</translation>
    </message>
    <message>
        <source>It cannot be undone. Older backups keep the data until they are replaced, and so do papers and files that were given out, and beside the store the copies of a damaged one (damaged-…) and what was set aside (before-…), until these are removed.</source>
        <translation>It cannot be undone. Older backups keep the data until they are replaced, and so do papers and files that were given out, and beside the store the copies of a damaged one (damaged-…) and what was set aside (before-…), until these are removed.</translation>
    </message>
</context>
<context>
    <name>ErasingDesk</name>
    <message>
        <source>The household&apos;s data is erased. Other stations follow when they exchange.</source>
        <translation>The household&apos;s data is erased. Other stations follow when they exchange.</translation>
    </message>
    <message>
        <source>The data of this household was erased on %1: %2.</source>
        <translation>The data of this household was erased on %1: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n later entry(ies), made without knowing of it, lost their content.</source>
        <translation>
            <numerusform>%n later entry, made without knowing of it, lost its content.</numerusform>
            <numerusform>%n later entries, made without knowing of it, lost their content.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExchangeLine</name>
    <message>
        <source>Open the exchange</source>
        <translation>Open the exchange</translation>
    </message>
    <message>
        <source>Exchange now</source>
        <translation>Exchange now</translation>
    </message>
    <message>
        <source>%1 wait for a missing part</source>
        <translation>%1 wait for a missing part</translation>
    </message>
    <message>
        <source>%1 set apart</source>
        <translation>%1 set apart</translation>
    </message>
    <message>
        <source>to be decided: %1</source>
        <translation>to be decided: %1</translation>
    </message>
    <message>
        <source>Exchanging with the hub…</source>
        <translation>Exchanging with the hub…</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>%4: %1 recorded · %2 received · %3 waiting</source>
        <translation>%4: %1 recorded · %2 received · %3 waiting</translation>
    </message>
    <message>
        <source>nothing exchanged yet</source>
        <translation>nothing exchanged yet</translation>
    </message>
    <message>
        <source>last exchange %1</source>
        <translation>last exchange %1</translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>Exchange</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>What one station recorded, the others get.</source>
        <translation>What one station recorded, the others get.</translation>
    </message>
    <message>
        <source>Take in a bundle…</source>
        <translation>Take in a bundle…</translation>
    </message>
    <message>
        <source>Write a bundle to the stick…</source>
        <translation>Write a bundle to the stick…</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>required</source>
        <translation>required</translation>
    </message>
</context>
<context>
    <name>FiguresPage</name>
    <message>
        <source>Figures of keying</source>
        <translation>Figures of keying</translation>
    </message>
    <message>
        <source>Errors are counted against second keying, after a third has decided.</source>
        <translation>Errors are counted against second keying, after a third has decided.</translation>
    </message>
    <message>
        <source>Whose figures</source>
        <translation>Whose figures</translation>
    </message>
    <message>
        <source>Second keying</source>
        <translation>Second keying</translation>
    </message>
    <message>
        <source>Slips an hour</source>
        <translation>Slips an hour</translation>
    </message>
    <message>
        <source>Keys an hour</source>
        <translation>Keys an hour</translation>
    </message>
    <message>
        <source>Errors in 10.000 fields</source>
        <translation>Errors in 10.000 fields</translation>
    </message>
    <message>
        <source>Keyed a second time</source>
        <translation>Keyed a second time</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errors</translation>
    </message>
    <message>
        <source>In 10.000</source>
        <translation>In 10.000</translation>
    </message>
    <message>
        <source>95% interval</source>
        <translation>95% interval</translation>
    </message>
    <message>
        <source>Errors by question</source>
        <translation>Errors by question</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>All fields</translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s)</source>
        <translation>
            <numerusform>%n slip</numerusform>
            <numerusform>%n slips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>in %n minute</numerusform>
            <numerusform>in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) wait for a decision</source>
        <translation>
            <numerusform>%n slip waits for a decision</numerusform>
            <numerusform>%n slips wait for a decision</numerusform>
        </translation>
    </message>
    <message>
        <source>Whether there is such a paper</source>
        <translation>Whether there is such a paper</translation>
    </message>
    <message>
        <source>Whether it is valid, and why not</source>
        <translation>Whether it is valid, and why not</translation>
    </message>
    <message>
        <source>Of which time</source>
        <translation>Of which time</translation>
    </message>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Last %n day</numerusform>
            <numerusform>Last %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>All time</source>
        <translation>All time</translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message>
        <source>Valid slips</source>
        <translation>Valid slips</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>Slips needed</source>
        <translation>Slips needed</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Charts</translation>
    </message>
    <message numerus="yes">
        <source>from %n unit(s)</source>
        <translation>
            <numerusform>from %n unit</numerusform>
            <numerusform>from %n units</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 not valid</source>
        <translation>%1 not valid</translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) added up</source>
        <translation>
            <numerusform>%n version added up</numerusform>
            <numerusform>%n versions added up</numerusform>
        </translation>
    </message>
    <message>
        <source>The target is %1.</source>
        <translation>The target is %1.</translation>
    </message>
    <message>
        <source>Hidden, as small numbers follow from it.</source>
        <translation>Hidden, as small numbers follow from it.</translation>
    </message>
    <message>
        <source>The target of %1 is reached.</source>
        <translation>The target of %1 is reached.</translation>
    </message>
    <message>
        <source>The target of %1 is not reached.</source>
        <translation>The target of %1 is not reached.</translation>
    </message>
    <message>
        <source>Give the number of dossiers to see it.</source>
        <translation>Give the number of dossiers to see it.</translation>
    </message>
    <message>
        <source>for %1 dossiers; %2 are there, %3 are missing</source>
        <translation>for %1 dossiers; %2 are there, %3 are missing</translation>
    </message>
    <message>
        <source>for %1 dossiers; %2 are there</source>
        <translation>for %1 dossiers; %2 are there</translation>
    </message>
    <message>
        <source>Not on today&apos;s map: the slips of %1. Say in the settings where they belong.</source>
        <translation>Not on today&apos;s map: the slips of %1. Say in the settings where they belong.</translation>
    </message>
    <message>
        <source>Left blank</source>
        <translation>Left blank</translation>
    </message>
    <message>
        <source>%1 answered</source>
        <translation>%1 answered</translation>
    </message>
    <message>
        <source>index %1 of at most %2</source>
        <translation>index %1 of at most %2</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Waits for a decision</source>
        <translation>Waits for a decision</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Street</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Officer</translation>
    </message>
    <message>
        <source>Any check</source>
        <translation>Any check</translation>
    </message>
    <message>
        <source>All streets</source>
        <translation>All streets</translation>
    </message>
    <message>
        <source>All officers</source>
        <translation>All officers</translation>
    </message>
</context>
<context>
    <name>FindingsDialog</name>
    <message>
        <source>Signatures of the file</source>
        <translation>Signatures of the file</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>FingerprintView</name>
    <message>
        <source>Fingerprint: %1</source>
        <translation>Fingerprint: %1</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Creating the store…</source>
        <translation>Creating the store…</translation>
    </message>
    <message>
        <source>The recovery key that was printed opens nothing; another one will follow.</source>
        <translation>The recovery key that was printed opens nothing; another one will follow.</translation>
    </message>
    <message>
        <source>Making the sample data: 34.043 households. This can take half a minute…</source>
        <translation>Making the sample data: 34.043 households. This can take half a minute…</translation>
    </message>
</context>
<context>
    <name>HamletLine</name>
    <message numerus="yes">
        <source>%n household(s)</source>
        <translation>
            <numerusform>%n household</numerusform>
            <numerusform>%n households</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HamletModel</name>
    <message>
        <source>%1: %2 of %3 checked, %4 with a code, %5 with a plate</source>
        <translation>%1: %2 of %3 checked, %4 with a code, %5 with a plate</translation>
    </message>
    <message>
        <source>The whole register</source>
        <translation>The whole register</translation>
    </message>
</context>
<context>
    <name>HamletPanel</name>
    <message>
        <source>Wards and hamlets</source>
        <translation>Wards and hamlets</translation>
    </message>
    <message>
        <source>Assign to an officer</source>
        <translation>Assign to an officer</translation>
    </message>
</context>
<context>
    <name>HamletsCard</name>
    <message>
        <source>Where do these hamlets belong today?</source>
        <translation>Where do these hamlets belong today?</translation>
    </message>
    <message>
        <source>Their ward was split. Press the digit of the unit; it is asked once.</source>
        <translation>Their ward was split. Press the digit of the unit; it is asked once.</translation>
    </message>
</context>
<context>
    <name>HelpText</name>
    <message>
        <source>Page of the handbook</source>
        <translation>Page of the handbook</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Handbook</source>
        <translation>Handbook</translation>
    </message>
    <message>
        <source>Find in the handbook</source>
        <translation>Find in the handbook</translation>
    </message>
    <message>
        <source>Pages of the handbook</source>
        <translation>Pages of the handbook</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>History of the household</source>
        <translation>History of the household</translation>
    </message>
    <message>
        <source>What was said of this household</source>
        <translation>What was said of this household</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Note: %1</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>New batch</source>
        <translation>New batch</translation>
    </message>
    <message>
        <source>Open batches</source>
        <translation>Open batches</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Nothing is open</translation>
    </message>
    <message>
        <source>Take the next bundle of slips and open a batch for it.</source>
        <translation>Take the next bundle of slips and open a batch for it.</translation>
    </message>
    <message>
        <source>Summary of the month</source>
        <translation>Summary of the month</translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) keyed</source>
        <translation>
            <numerusform>%n slip keyed</numerusform>
            <numerusform>%n slips keyed</numerusform>
        </translation>
    </message>
    <message>
        <source>Monthly pack</source>
        <translation>Monthly pack</translation>
    </message>
    <message>
        <source>The pack of %1 was due on %2 and is not made yet.</source>
        <translation>The pack of %1 was due on %2 and is not made yet.</translation>
    </message>
    <message>
        <source>The pack of %1 is due on %2 and is not made yet.</source>
        <translation>The pack of %1 is due on %2 and is not made yet.</translation>
    </message>
    <message>
        <source>Make the pack</source>
        <translation>Make the pack</translation>
    </message>
</context>
<context>
    <name>HouseholdModel</name>
    <message>
        <source>Digital code</source>
        <translation>Digital code</translation>
    </message>
    <message>
        <source>Head of household</source>
        <translation>Head of household</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Hamlet</source>
        <translation>Hamlet</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Plate</translation>
    </message>
    <message>
        <source>Checked on</source>
        <translation>Checked on</translation>
    </message>
    <message>
        <source>(data erased on request)</source>
        <translation>(data erased on request)</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>yes</translation>
    </message>
</context>
<context>
    <name>HouseholdTable</name>
    <message>
        <source>Households</source>
        <translation>Households</translation>
    </message>
</context>
<context>
    <name>HubCard</name>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Choose a hub…</source>
        <translation>Choose a hub…</translation>
    </message>
    <message>
        <source>Exchange now</source>
        <translation>Exchange now</translation>
    </message>
    <message>
        <source>Another hub…</source>
        <translation>Another hub…</translation>
    </message>
    <message>
        <source>By itself, every few minutes, when there is a network</source>
        <translation>By itself, every few minutes, when there is a network</translation>
    </message>
    <message>
        <source>Address of the hub</source>
        <translation>Address of the hub</translation>
    </message>
    <message>
        <source>Enrol the hub&apos;s card first (F4). For example: https://hub.example.vn</source>
        <translation>Enrol the hub&apos;s card first (F4). For example: https://hub.example.vn</translation>
    </message>
    <message>
        <source>Use this hub</source>
        <translation>Use this hub</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>With a network, stations exchange through a hub by one key or by themselves; the stick is for where there is none.</source>
        <translation>With a network, stations exchange through a hub by one key or by themselves; the stick is for where there is none.</translation>
    </message>
    <message>
        <source>Exchanging with the hub</source>
        <translation>Exchanging with the hub</translation>
    </message>
</context>
<context>
    <name>KeyFields</name>
    <message>
        <source>USB token</source>
        <translation>USB token</translation>
    </message>
    <message>
        <source>Key file (.p12, .pfx)</source>
        <translation>Key file (.p12, .pfx)</translation>
    </message>
    <message>
        <source>The token&apos;s library (PKCS#11)</source>
        <translation>The token&apos;s library (PKCS#11)</translation>
    </message>
    <message>
        <source>It comes with the token&apos;s software; choose it once, it is remembered.</source>
        <translation>It comes with the token&apos;s software; choose it once, it is remembered.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Key file</translation>
    </message>
    <message>
        <source>The one that is plugged in</source>
        <translation>The one that is plugged in</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1, until %2</translation>
    </message>
    <message>
        <source>The one that may sign</source>
        <translation>The one that may sign</translation>
    </message>
    <message>
        <source>Where the key is</source>
        <translation>Where the key is</translation>
    </message>
</context>
<context>
    <name>KeyLegend</name>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
</context>
<context>
    <name>KioskForm</name>
    <message>
        <source>Start the kiosk</source>
        <translation>Start the kiosk</translation>
    </message>
    <message>
        <source>Only with a one-time code from the receipt</source>
        <translation>Only with a one-time code from the receipt</translation>
    </message>
    <message>
        <source>%1 to %2 digits</source>
        <translation>%1 to %2 digits</translation>
    </message>
    <message>
        <source>PIN that ends the kiosk</source>
        <translation>PIN that ends the kiosk</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>The window closes and the kiosk fills the screen. It comes back by itself after a fault; only the PIN ends it, and then somebody has to sign in.</source>
        <translation>The window closes and the kiosk fills the screen. It comes back by itself after a fault; only the PIN ends it, and then somebody has to sign in.</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>Questionnaire</translation>
    </message>
    <message>
        <source>Officer at the counter, as citizens see it</source>
        <translation>Officer at the counter, as citizens see it</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>may stay empty</translation>
    </message>
    <message>
        <source>Procedure, as citizens see it</source>
        <translation>Procedure, as citizens see it</translation>
    </message>
</context>
<context>
    <name>KioskHead</name>
    <message>
        <source>Served by: %1</source>
        <translation>Served by: %1</translation>
    </message>
    <message>
        <source>Procedure: %1</source>
        <translation>Procedure: %1</translation>
    </message>
    <message>
        <source>Large text</source>
        <translation>Large text</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contrast</translation>
    </message>
</context>
<context>
    <name>KioskSection</name>
    <message>
        <source>Kiosk</source>
        <translation>Kiosk</translation>
    </message>
    <message>
        <source>From where on votes are shown to a reviewer; all of them count until then.</source>
        <translation>From where on votes are shown to a reviewer; all of them count until then.</translation>
    </message>
    <message>
        <source>Seconds without a touch, then back to the start</source>
        <translation>Seconds without a touch, then back to the start</translation>
    </message>
    <message>
        <source>Seconds within which the same answers count once</source>
        <translation>Seconds within which the same answers count once</translation>
    </message>
    <message>
        <source>Many votes at once: how many</source>
        <translation>Many votes at once: how many</translation>
    </message>
    <message>
        <source>Many votes at once: within how many seconds</source>
        <translation>Many votes at once: within how many seconds</translation>
    </message>
    <message>
        <source>The same answers in a row: how many votes</source>
        <translation>The same answers in a row: how many votes</translation>
    </message>
    <message>
        <source>The same answers in a row: within how many minutes</source>
        <translation>The same answers in a row: within how many minutes</translation>
    </message>
    <message>
        <source>Faster than anybody reads: seconds after the vote before</source>
        <translation>Faster than anybody reads: seconds after the vote before</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>Working days</translation>
    </message>
    <message>
        <source>1 is Monday, 7 Sunday: 12345</source>
        <translation>1 is Monday, 7 Sunday: 12345</translation>
    </message>
    <message>
        <source>hour and minute: 07:30</source>
        <translation>hour and minute: 07:30</translation>
    </message>
    <message>
        <source>Working hours begin</source>
        <translation>Working hours begin</translation>
    </message>
    <message>
        <source>Working hours end</source>
        <translation>Working hours end</translation>
    </message>
</context>
<context>
    <name>LabelDialog</name>
    <message>
        <source>Plates on labels</source>
        <translation>Plates on labels</translation>
    </message>
    <message>
        <source>Another size</source>
        <translation>Another size</translation>
    </message>
    <message>
        <source>First free label</source>
        <translation>First free label</translation>
    </message>
    <message>
        <source>Labels count from left to right, then down.</source>
        <translation>Labels count from left to right, then down.</translation>
    </message>
    <message>
        <source>Marks to cut along</source>
        <translation>Marks to cut along</translation>
    </message>
    <message>
        <source>Width in mm</source>
        <translation>Width in mm</translation>
    </message>
    <message>
        <source>Height in mm</source>
        <translation>Height in mm</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Sheet of labels</source>
        <translation>Sheet of labels</translation>
    </message>
</context>
<context>
    <name>LedgerCard</name>
    <message>
        <source>Stations</source>
        <translation>Stations</translation>
    </message>
    <message>
        <source>No station is enrolled yet</source>
        <translation>No station is enrolled yet</translation>
    </message>
    <message>
        <source>1. Make this station&apos;s card and give it to the other station on a stick.
2. Choose the other station&apos;s card here and compare the fingerprint by telephone.
3. The other station does the same with this one&apos;s card.</source>
        <translation>1. Make this station&apos;s card and give it to the other station on a stick.
2. Choose the other station&apos;s card here and compare the fingerprint by telephone.
3. The other station does the same with this one&apos;s card.</translation>
    </message>
    <message>
        <source>Enrol another station&apos;s card…</source>
        <translation>Enrol another station&apos;s card…</translation>
    </message>
    <message>
        <source>Find a station</source>
        <translation>Find a station</translation>
    </message>
    <message>
        <source>Name or unit</source>
        <translation>Name or unit</translation>
    </message>
    <message>
        <source>Revoked: %1</source>
        <translation>Revoked: %1</translation>
    </message>
</context>
<context>
    <name>LetterheadSection</name>
    <message>
        <source>Letterhead</source>
        <translation>Letterhead</translation>
    </message>
    <message>
        <source>What stands at the head and the foot of printed reports.</source>
        <translation>What stands at the head and the foot of printed reports.</translation>
    </message>
    <message>
        <source>Parent body</source>
        <translation>Parent body</translation>
    </message>
    <message>
        <source>the line above the name</source>
        <translation>the line above the name</translation>
    </message>
    <message>
        <source>Issuing body</source>
        <translation>Issuing body</translation>
    </message>
    <message>
        <source>printed in capitals</source>
        <translation>printed in capitals</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>stands before the date</source>
        <translation>stands before the date</translation>
    </message>
    <message>
        <source>Number suffix</source>
        <translation>Number suffix</translation>
    </message>
    <message>
        <source>for example BC-UBND</source>
        <translation>for example BC-UBND</translation>
    </message>
    <message>
        <source>Signer&apos;s title</source>
        <translation>Signer&apos;s title</translation>
    </message>
    <message>
        <source>one line or two</source>
        <translation>one line or two</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Recipients</translation>
    </message>
    <message>
        <source>one in each line</source>
        <translation>one in each line</translation>
    </message>
    <message>
        <source>Signer&apos;s name</source>
        <translation>Signer&apos;s name</translation>
    </message>
</context>
<context>
    <name>LicencesDialog</name>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Name or licence</source>
        <translation>Name or licence</translation>
    </message>
    <message>
        <source>Find a part</source>
        <translation>Find a part</translation>
    </message>
    <message>
        <source>Parts of the program</source>
        <translation>Parts of the program</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Text of the licence</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>The text is not in this installation; it is at the address above.</source>
        <translation>The text is not in this installation; it is at the address above.</translation>
    </message>
</context>
<context>
    <name>ListImportPage</name>
    <message>
        <source>The list is being read</source>
        <translation>The list is being read</translation>
    </message>
    <message>
        <source>Taking a list in</source>
        <translation>Taking a list in</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Another file…</translation>
    </message>
    <message>
        <source>Take the list in</source>
        <translation>Take the list in</translation>
    </message>
    <message>
        <source>Which list comes in?</source>
        <translation>Which list comes in?</translation>
    </message>
    <message>
        <source>Choose a spreadsheet (XLSX, XLS or CSV), or drop it here. You see what would happen before anything is stored.</source>
        <translation>Choose a spreadsheet (XLSX, XLS or CSV), or drop it here. You see what would happen before anything is stored.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>The preview is not up to date.</source>
        <translation>The preview is not up to date.</translation>
    </message>
    <message>
        <source>Say first where the hamlets of the split ward belong.</source>
        <translation>Say first where the hamlets of the split ward belong.</translation>
    </message>
    <message>
        <source>No row of this list can be taken in. Look at the columns first.</source>
        <translation>No row of this list can be taken in. Look at the columns first.</translation>
    </message>
    <message>
        <source>Nothing is stored yet: Ctrl+⏎ takes the list in.</source>
        <translation>Nothing is stored yet: Ctrl+⏎ takes the list in.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) not settled below would be added as new.</source>
        <translation>
            <numerusform>%n row not settled below would be added as new.</numerusform>
            <numerusform>%n rows not settled below would be added as new.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows that may be one household are being looked for.</source>
        <translation>Rows that may be one household are being looked for.</translation>
    </message>
    <message>
        <source>Say where the rows belong that name no hamlet, or leave them out.</source>
        <translation>Say where the rows belong that name no hamlet, or leave them out.</translation>
    </message>
    <message>
        <source>Some rows cannot be taken in. Leave them out (Space), or have them put right.</source>
        <translation>Some rows cannot be taken in. Leave them out (Space), or have them put right.</translation>
    </message>
    <message>
        <source>The register knows all of this already; there is nothing to take in.</source>
        <translation>The register knows all of this already; there is nothing to take in.</translation>
    </message>
    <message>
        <source>The list is being compared with the register</source>
        <translation>The list is being compared with the register</translation>
    </message>
    <message>
        <source>The preview does not show your last choice yet.</source>
        <translation>The preview does not show your last choice yet.</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>Compare again</translation>
    </message>
    <message>
        <source>Stopped. Nothing of the list was stored.</source>
        <translation>Stopped. Nothing of the list was stored.</translation>
    </message>
    <message>
        <source>The list is being taken in</source>
        <translation>The list is being taken in</translation>
    </message>
    <message>
        <source>Problems - %1</source>
        <translation>Problems - %1</translation>
    </message>
    <message>
        <source>The problems are being saved</source>
        <translation>The problems are being saved</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Saved as %1.</translation>
    </message>
    <message>
        <source>What you decided here is lost if you leave. Esc again leaves.</source>
        <translation>What you decided here is lost if you leave. Esc again leaves.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Leave</translation>
    </message>
</context>
<context>
    <name>LookingBack</name>
    <message>
        <source>The last slip is not saved yet. Please wait until it is.</source>
        <translation>The last slip is not saved yet. Please wait until it is.</translation>
    </message>
    <message>
        <source>The correction is not saved: Enter saves it, Esc leaves it.</source>
        <translation>The correction is not saved: Enter saves it, Esc leaves it.</translation>
    </message>
    <message>
        <source>Somebody else keyed this slip: only a reviewer may open it.</source>
        <translation>Somebody else keyed this slip: only a reviewer may open it.</translation>
    </message>
    <message>
        <source>Please save the slip in hand first, then take the last one back.</source>
        <translation>Please save the slip in hand first, then take the last one back.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Keying slips</source>
        <translation>Keying slips</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>Activity log</source>
        <translation>Activity log</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>MapPanel</name>
    <message>
        <source>Nearer (+)</source>
        <translation>Nearer (+)</translation>
    </message>
    <message>
        <source>Farther (−)</source>
        <translation>Farther (−)</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>All of it</translation>
    </message>
    <message>
        <source>None of these households has coordinates</source>
        <translation>None of these households has coordinates</translation>
    </message>
    <message>
        <source>Choose another hamlet, or add coordinates when a household is checked.</source>
        <translation>Choose another hamlet, or add coordinates when a household is checked.</translation>
    </message>
    <message numerus="yes">
        <source>%n without coordinates</source>
        <translation>
            <numerusform>%n without coordinates</numerusform>
            <numerusform>%n without coordinates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n far outside the picture</source>
        <translation>
            <numerusform>%n far outside the picture</numerusform>
            <numerusform>%n far outside the picture</numerusform>
        </translation>
    </message>
    <message>
        <source>the first %1 of %2 households</source>
        <translation>the first %1 of %2 households</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map of the households</source>
        <translation>Map of the households</translation>
    </message>
</context>
<context>
    <name>MergePage</name>
    <message>
        <source>Merge two records of one household</source>
        <translation>Merge two records of one household</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>Households found</source>
        <translation>Households found</translation>
    </message>
    <message>
        <source>Name, address, telephone or code; Down goes into the list.</source>
        <translation>Name, address, telephone or code; Down goes into the list.</translation>
    </message>
    <message>
        <source>The other record</source>
        <translation>The other record</translation>
    </message>
    <message>
        <source>Which record is the same household?</source>
        <translation>Which record is the same household?</translation>
    </message>
    <message>
        <source>Find it on the left, then press 1 or 2 for the one that stands.</source>
        <translation>Find it on the left, then press 1 or 2 for the one that stands.</translation>
    </message>
    <message>
        <source>Merged with: %1</source>
        <translation>Merged with: %1</translation>
    </message>
    <message>
        <source>Undo this merge</source>
        <translation>Undo this merge</translation>
    </message>
</context>
<context>
    <name>MonthFigures</name>
    <message>
        <source>hamlets in progress; %1 of %2 done</source>
        <translation>hamlets in progress; %1 of %2 done</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>until the report is due on day %1</source>
        <translation>until the report is due on day %1</translation>
    </message>
    <message>
        <source>valid slips, %1; today: %2</source>
        <translation>valid slips, %1; today: %2</translation>
    </message>
    <message>
        <source>valid slips of %1 wanted this month; today: %2</source>
        <translation>valid slips of %1 wanted this month; today: %2</translation>
    </message>
    <message>
        <source>satisfied; the target is %1</source>
        <translation>satisfied; the target is %1</translation>
    </message>
    <message>
        <source>satisfied, interval %1–%2; the target is %3</source>
        <translation>satisfied, interval %1–%2; the target is %3</translation>
    </message>
</context>
<context>
    <name>NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>NeedsCard</name>
    <message>
        <source>What needs you</source>
        <translation>What needs you</translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation>Nothing waits for you.</translation>
    </message>
</context>
<context>
    <name>NewAccountForm</name>
    <message>
        <source>Another account</source>
        <translation>Another account</translation>
    </message>
    <message>
        <source>Add the account</source>
        <translation>Add the account</translation>
    </message>
    <message>
        <source>First password</source>
        <translation>First password</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>as it stands on papers and in the history</source>
        <translation>as it stands on papers and in the history</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Please type a name, without your title.</source>
        <translation>Please type a name, without your title.</translation>
    </message>
</context>
<context>
    <name>NewBatchForm</name>
    <message>
        <source>New batch</source>
        <translation>New batch</translation>
    </message>
    <message>
        <source>Day of collection</source>
        <translation>Day of collection</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>Questionnaire</translation>
    </message>
    <message>
        <source>Slips handed out</source>
        <translation>Slips handed out</translation>
    </message>
    <message>
        <source>if it is known</source>
        <translation>if it is known</translation>
    </message>
    <message>
        <source>Slips that came back</source>
        <translation>Slips that came back</translation>
    </message>
    <message>
        <source>counted before keying; compared when the batch is closed</source>
        <translation>counted before keying; compared when the batch is closed</translation>
    </message>
    <message>
        <source>Start keying</source>
        <translation>Start keying</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>counted in month %1/%2</source>
        <translation>counted in month %1/%2</translation>
    </message>
    <message>
        <source>Please type the day.</source>
        <translation>Please type the day.</translation>
    </message>
    <message>
        <source>Please choose a unit and a questionnaire.</source>
        <translation>Please choose a unit and a questionnaire.</translation>
    </message>
</context>
<context>
    <name>NewPasswordPage</name>
    <message>
        <source>Set the password</source>
        <translation>Set the password</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>A password of your own</source>
        <translation>A password of your own</translation>
    </message>
    <message>
        <source>Somebody else set the password of %1 and knows it. Please choose one that only you know; then the work begins.</source>
        <translation>Somebody else set the password of %1 and knows it. Please choose one that only you know; then the work begins.</translation>
    </message>
</context>
<context>
    <name>NotesCard</name>
    <message>
        <source>Worth a look</source>
        <translation>Worth a look</translation>
    </message>
    <message>
        <source>What was noticed</source>
        <translation>What was noticed</translation>
    </message>
    <message>
        <source>Save as a spreadsheet…</source>
        <translation>Save as a spreadsheet…</translation>
    </message>
    <message>
        <source>None of this keeps a row from being taken in.</source>
        <translation>None of this keeps a row from being taken in.</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of rows may be one household each.</source>
        <translation>
            <numerusform>%n pair of rows may be one household.</numerusform>
            <numerusform>%n pairs of rows may be one household each.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 more stand in the spreadsheet.</source>
        <translation>%1 more stand in the spreadsheet.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>It was stopped: nothing was written, nothing was taken in.</source>
        <translation>It was stopped: nothing was written, nothing was taken in.</translation>
    </message>
</context>
<context>
    <name>NumLockLine</name>
    <message>
        <source>NumLock is off. The pad is understood all the same; press NumLock to switch it on.</source>
        <translation>NumLock is off. The pad is understood all the same; press NumLock to switch it on.</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Enter a number from {first} to {last}.</source>
        <translation>Enter a number from {first} to {last}.</translation>
    </message>
</context>
<context>
    <name>OfficerForm</name>
    <message>
        <source>Officer</source>
        <translation>Officer</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Leave it</translation>
    </message>
    <message numerus="yes">
        <source>for %n hamlet(s); empty for nobody</source>
        <translation>
            <numerusform>for %n hamlet; empty for nobody</numerusform>
            <numerusform>for %n hamlets; empty for nobody</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outgoing</name>
    <message>
        <source>The pages are being made</source>
        <translation>The pages are being made</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Saved: %1</translation>
    </message>
    <message>
        <source>Sign digitally…</source>
        <translation>Sign digitally…</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Open the file</translation>
    </message>
    <message>
        <source>All pages are at the printer.</source>
        <translation>All pages are at the printer.</translation>
    </message>
    <message>
        <source>Printing was stopped.</source>
        <translation>Printing was stopped.</translation>
    </message>
    <message>
        <source>The pages go to the printer</source>
        <translation>The pages go to the printer</translation>
    </message>
</context>
<context>
    <name>OverviewCard</name>
    <message>
        <source>to add</source>
        <translation>to add</translation>
    </message>
    <message>
        <source>to update</source>
        <translation>to update</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unchanged</translation>
    </message>
    <message>
        <source>cannot be taken in</source>
        <translation>cannot be taken in</translation>
    </message>
    <message>
        <source>wait for their hamlet</source>
        <translation>wait for their hamlet</translation>
    </message>
    <message>
        <source>worth a look</source>
        <translation>worth a look</translation>
    </message>
</context>
<context>
    <name>OwnAccountCard</name>
    <message>
        <source>My account</source>
        <translation>My account</translation>
    </message>
    <message>
        <source>Change my password…</source>
        <translation>Change my password…</translation>
    </message>
    <message>
        <source>signs in with a password and a code of the telephone</source>
        <translation>signs in with a password and a code of the telephone</translation>
    </message>
    <message>
        <source>Do without the second factor…</source>
        <translation>Do without the second factor…</translation>
    </message>
    <message>
        <source>signs in with a password alone</source>
        <translation>signs in with a password alone</translation>
    </message>
    <message>
        <source>Set up a second factor…</source>
        <translation>Set up a second factor…</translation>
    </message>
    <message>
        <source>The password is changed.</source>
        <translation>The password is changed.</translation>
    </message>
    <message>
        <source>From now on a code of the telephone is asked for.</source>
        <translation>From now on a code of the telephone is asked for.</translation>
    </message>
    <message>
        <source>From now on the password alone is asked for.</source>
        <translation>From now on the password alone is asked for.</translation>
    </message>
</context>
<context>
    <name>OwnCard</name>
    <message>
        <source>This station</source>
        <translation>This station</translation>
    </message>
    <message>
        <source>Name of this station</source>
        <translation>Name of this station</translation>
    </message>
    <message>
        <source>Others see it, for example: Counter 2, Uông Bí ward.</source>
        <translation>Others see it, for example: Counter 2, Uông Bí ward.</translation>
    </message>
    <message>
        <source>Make the card</source>
        <translation>Make the card</translation>
    </message>
    <message>
        <source>QR code of this station&apos;s card</source>
        <translation>QR code of this station&apos;s card</translation>
    </message>
    <message>
        <source>Save the card…</source>
        <translation>Save the card…</translation>
    </message>
    <message>
        <source>Station id: %1</source>
        <translation>Station id: %1</translation>
    </message>
    <message>
        <source>A card tells other stations who this one is. It holds no secret.</source>
        <translation>A card tells other stations who this one is. It holds no secret.</translation>
    </message>
    <message>
        <source>Fingerprint, to be read out by telephone</source>
        <translation>Fingerprint, to be read out by telephone</translation>
    </message>
</context>
<context>
    <name>OwnPasswordForm</name>
    <message>
        <source>Another password</source>
        <translation>Another password</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Change the password</translation>
    </message>
    <message>
        <source>The password now</source>
        <translation>The password now</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Pages as they are printed</source>
        <translation>Pages as they are printed</translation>
    </message>
</context>
<context>
    <name>PairView</name>
    <message>
        <source>One household: this record stands</source>
        <translation>One household: this record stands</translation>
    </message>
</context>
<context>
    <name>PairsCard</name>
    <message>
        <source>Is this the same household?</source>
        <translation>Is this the same household?</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>In the list</translation>
    </message>
    <message>
        <source>The same household</source>
        <translation>The same household</translation>
    </message>
    <message>
        <source>Two households</source>
        <translation>Two households</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Another one it may be</source>
        <translation>Another one it may be</translation>
    </message>
    <message>
        <source>%1 of %2, %3 not settled</source>
        <translation>%1 of %2, %3 not settled</translation>
    </message>
    <message>
        <source>settled: two households</source>
        <translation>settled: two households</translation>
    </message>
    <message>
        <source>settled: the same household</source>
        <translation>settled: the same household</translation>
    </message>
    <message>
        <source>In the register</source>
        <translation>In the register</translation>
    </message>
</context>
<context>
    <name>PaperDesk</name>
    <message>
        <source>Print</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Save as %1</source>
        <translation>Save as %1</translation>
    </message>
    <message>
        <source>The file is being saved</source>
        <translation>The file is being saved</translation>
    </message>
    <message>
        <source>Walk sheets</source>
        <translation>Walk sheets</translation>
    </message>
    <message>
        <source>Minutes of the household</source>
        <translation>Minutes of the household</translation>
    </message>
    <message>
        <source>Minutes of the hamlet</source>
        <translation>Minutes of the hamlet</translation>
    </message>
    <message>
        <source>Plates on labels</source>
        <translation>Plates on labels</translation>
    </message>
    <message>
        <source>List of households</source>
        <translation>List of households</translation>
    </message>
    <message>
        <source>List with names and telephones</source>
        <translation>List with names and telephones</translation>
    </message>
    <message>
        <source>Progress report</source>
        <translation>Progress report</translation>
    </message>
    <message>
        <source>The list sent back, corrected</source>
        <translation>The list sent back, corrected</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Paper slip %1</source>
        <translation>Paper slip %1</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>valid</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Hide the password</source>
        <translation>Hide the password</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Show the password</translation>
    </message>
</context>
<context>
    <name>PasswordPair</name>
    <message>
        <source>New password</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>at least %1: small and capital letters, digits, signs</source>
        <translation>at least %1: small and capital letters, digits, signs</translation>
    </message>
    <message>
        <source>at least %1 characters</source>
        <translation>at least %1 characters</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>The two passwords differ.</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>Caps Lock seems to be on.</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
</context>
<context>
    <name>PeriodPicker</name>
    <message>
        <source>Year</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Which part of the year</source>
        <translation>Which part of the year</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Last day</translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message>
        <source>For staff</source>
        <translation>For staff</translation>
    </message>
    <message>
        <source>The PIN set when the kiosk was started ends it.</source>
        <translation>The PIN set when the kiosk was started ends it.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Back to the rating</source>
        <translation>Back to the rating</translation>
    </message>
    <message>
        <source>Delete a digit</source>
        <translation>Delete a digit</translation>
    </message>
</context>
<context>
    <name>PracticePage</name>
    <message>
        <source>Practice</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>Invented slips; nothing of this is kept or counted.</source>
        <translation>Invented slips; nothing of this is kept or counted.</translation>
    </message>
    <message>
        <source>Second keying</source>
        <translation>Second keying</translation>
    </message>
    <message>
        <source>Another round</source>
        <translation>Another round</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>Right.</translation>
    </message>
    <message>
        <source>Keyed wrongly. On the paper stands: %1</source>
        <translation>Keyed wrongly. On the paper stands: %1</translation>
    </message>
    <message>
        <source>Practice slip %1 of %2</source>
        <translation>Practice slip %1 of %2</translation>
    </message>
    <message>
        <source>Complete: Enter saves it</source>
        <translation>Complete: Enter saves it</translation>
    </message>
    <message>
        <source>%1 slips an hour, %2 errors in %3 fields (%4 in 10.000).</source>
        <translation>%1 slips an hour, %2 errors in %3 fields (%4 in 10.000).</translation>
    </message>
    <message>
        <source>The round is over</source>
        <translation>The round is over</translation>
    </message>
</context>
<context>
    <name>ProblemTable</name>
    <message>
        <source>Sheet</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Column</translation>
    </message>
</context>
<context>
    <name>ProblemsCard</name>
    <message>
        <source>Rows that cannot be taken in</source>
        <translation>Rows that cannot be taken in</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>What is wrong</translation>
    </message>
    <message>
        <source>Save as a spreadsheet…</source>
        <translation>Save as a spreadsheet…</translation>
    </message>
    <message>
        <source>Leave these rows out and take in the others</source>
        <translation>Leave these rows out and take in the others</translation>
    </message>
    <message>
        <source>Send them back to be put right; nothing is taken in of these rows.</source>
        <translation>Send them back to be put right; nothing is taken in of these rows.</translation>
    </message>
    <message>
        <source>%1 more stand in the spreadsheet.</source>
        <translation>%1 more stand in the spreadsheet.</translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>QuestionPage</name>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Skip this question</source>
        <translation>Skip this question</translation>
    </message>
    <message>
        <source>More answers</source>
        <translation>More answers</translation>
    </message>
    <message>
        <source>You may choose several answers.</source>
        <translation>You may choose several answers.</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Question %1 of %2</source>
        <translation>Question %1 of %2</translation>
    </message>
</context>
<context>
    <name>QuestionnairesCard</name>
    <message>
        <source>Questionnaires</source>
        <translation>Questionnaires</translation>
    </message>
    <message>
        <source>Problems in the file</source>
        <translation>Problems in the file</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>What is wrong</translation>
    </message>
    <message>
        <source>Publish from an XLSForm file…</source>
        <translation>Publish from an XLSForm file…</translation>
    </message>
    <message>
        <source>Slips keep the version they were keyed with.</source>
        <translation>Slips keep the version they were keyed with.</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>version %1</translation>
    </message>
    <message>
        <source>The file is being checked.</source>
        <translation>The file is being checked.</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”, version %2, %3. Once published, a version never changes.</source>
        <translation>“%1”, version %2, %3. Once published, a version never changes.</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>Published. New batches can use this version now.</source>
        <translation>Published. New batches can use this version now.</translation>
    </message>
    <message>
        <source>This very version was published before; nothing had to be done.</source>
        <translation>This very version was published before; nothing had to be done.</translation>
    </message>
</context>
<context>
    <name>ReadingChoice</name>
    <message>
        <source>Its own unit: %1</source>
        <translation>Its own unit: %1</translation>
    </message>
    <message>
        <source>Several units</source>
        <translation>Several units</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>All units</translation>
    </message>
    <message>
        <source>Figures of all units only: no slips, no households</source>
        <translation>Figures of all units only: no slips, no households</translation>
    </message>
    <message>
        <source>Find a unit</source>
        <translation>Find a unit</translation>
    </message>
    <message>
        <source>Units that it may read</source>
        <translation>Units that it may read</translation>
    </message>
    <message>
        <source>Tick at least one unit.</source>
        <translation>Tick at least one unit.</translation>
    </message>
</context>
<context>
    <name>ReasonList</name>
    <message>
        <source>In Vietnamese</source>
        <translation>In Vietnamese</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>In English</translation>
    </message>
    <message>
        <source>Add a reason</source>
        <translation>Add a reason</translation>
    </message>
    <message>
        <source>Reason %1 in Vietnamese</source>
        <translation>Reason %1 in Vietnamese</translation>
    </message>
    <message>
        <source>Reason %1 in English</source>
        <translation>Reason %1 in English</translation>
    </message>
</context>
<context>
    <name>ReasonsSection</name>
    <message>
        <source>Reasons for slips that are not valid</source>
        <translation>Reasons for slips that are not valid</translation>
    </message>
    <message>
        <source>The number is the key that chooses the reason while slips are keyed.</source>
        <translation>The number is the key that chooses the reason while slips are keyed.</translation>
    </message>
    <message>
        <source>Give every reason its Vietnamese words.</source>
        <translation>Give every reason its Vietnamese words.</translation>
    </message>
</context>
<context>
    <name>RecoveryCard</name>
    <message>
        <source>The key is on paper and kept in a safe place</source>
        <translation>The key is on paper and kept in a safe place</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>The recovery key</source>
        <translation>The recovery key</translation>
    </message>
    <message>
        <source>Without a password this key alone opens the store. It is shown this once. Whoever holds it can read everything.</source>
        <translation>Without a password this key alone opens the store. It is shown this once. Whoever holds it can read everything.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Print the sheet…</source>
        <translation>Print the sheet…</translation>
    </message>
    <message>
        <source>Save the sheet…</source>
        <translation>Save the sheet…</translation>
    </message>
    <message>
        <source>Step 4 of 4</source>
        <translation>Step 4 of 4</translation>
    </message>
    <message>
        <source>The recovery key: %1</source>
        <translation>The recovery key: %1</translation>
    </message>
</context>
<context>
    <name>RegisterCard</name>
    <message>
        <source>Digital addresses</source>
        <translation>Digital addresses</translation>
    </message>
    <message>
        <source>Take in a list</source>
        <translation>Take in a list</translation>
    </message>
    <message>
        <source>Open the register</source>
        <translation>Open the register</translation>
    </message>
    <message>
        <source>Your hamlets: %1 of %2 checked</source>
        <translation>Your hamlets: %1 of %2 checked</translation>
    </message>
    <message>
        <source>No household is known yet. Take in the list that came from the platform; nothing is stored before you have seen it.</source>
        <translation>No household is known yet. Take in the list that came from the platform; nothing is stored before you have seen it.</translation>
    </message>
    <message>
        <source>%1 households
%2 with a code
%3 checked on the spot</source>
        <translation>%1 households
%2 with a code
%3 checked on the spot</translation>
    </message>
</context>
<context>
    <name>RegisterFoot</name>
    <message>
        <source>Decisions</source>
        <translation>Decisions</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplicates</translation>
    </message>
    <message>
        <source>New household</source>
        <translation>New household</translation>
    </message>
    <message>
        <source>Erase data</source>
        <translation>Erase data</translation>
    </message>
    <message numerus="yes">
        <source>%n household(s) in this list</source>
        <translation>
            <numerusform>%n household in this list</numerusform>
            <numerusform>%n households in this list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n household(s)</source>
        <translation>
            <numerusform>%n household</numerusform>
            <numerusform>%n households</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n found in the whole register; write on</source>
        <translation>
            <numerusform>The first one found in the whole register (%n); write on</numerusform>
            <numerusform>The first %n found in the whole register; write on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n; write on</source>
        <translation>
            <numerusform>The first %n; write on</numerusform>
            <numerusform>The first %n; write on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found in the whole register</source>
        <translation>
            <numerusform>%n found in the whole register</numerusform>
            <numerusform>%n found in the whole register</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose one hamlet on the left first.</source>
        <translation>Choose one hamlet on the left first.</translation>
    </message>
    <message>
        <source>F finds  ·  Enter opens</source>
        <translation>F finds  ·  Enter opens</translation>
    </message>
</context>
<context>
    <name>RegisterHead</name>
    <message>
        <source>Households</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>Print and save</source>
        <translation>Print and save</translation>
    </message>
    <message>
        <source>Take in a list</source>
        <translation>Take in a list</translation>
    </message>
    <message>
        <source>Next unchecked</source>
        <translation>Next unchecked</translation>
    </message>
    <message>
        <source>%1 households  ·  %2 with a code  ·  %3 checked  ·  %4 with a plate</source>
        <translation>%1 households  ·  %2 with a code  ·  %3 checked  ·  %4 with a plate</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>Map</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>List</source>
        <translation>List</translation>
    </message>
</context>
<context>
    <name>RegisterSection</name>
    <message>
        <source>Every household of this list is checked.</source>
        <translation>Every household of this list is checked.</translation>
    </message>
</context>
<context>
    <name>RekeyingSection</name>
    <message>
        <source>Second keying</source>
        <translation>Second keying</translation>
    </message>
    <message>
        <source>All slips of a clerk at first; fewer while the errors found stay few; all again at one error. It counts for batches closed from now on.</source>
        <translation>All slips of a clerk at first; fewer while the errors found stay few; all again at one error. It counts for batches closed from now on.</translation>
    </message>
    <message>
        <source>Key closed batches a second time</source>
        <translation>Key closed batches a second time</translation>
    </message>
    <message>
        <source>Wrong fields that may stay, in 10.000</source>
        <translation>Wrong fields that may stay, in 10.000</translation>
    </message>
    <message>
        <source>at the worst, while second keying keeps up</source>
        <translation>at the worst, while second keying keeps up</translation>
    </message>
    <message>
        <source>Share of each level, %</source>
        <translation>Share of each level, %</translation>
    </message>
    <message>
        <source>of the level above it: 50 makes 100, 50, 25 … %</source>
        <translation>of the level above it: 50 makes 100, 50, 25 … %</translation>
    </message>
    <message>
        <source>Levels below all</source>
        <translation>Levels below all</translation>
    </message>
    <message>
        <source>0 keys all a second time, always</source>
        <translation>0 keys all a second time, always</translation>
    </message>
</context>
<context>
    <name>RepairDesk</name>
    <message>
        <source>No backup is in sight. Plug in the disk of the second place, or choose a backup file.</source>
        <translation>No backup is in sight. Plug in the disk of the second place, or choose a backup file.</translation>
    </message>
    <message>
        <source>The backup of %1 holds %2 events. What was recorded after it is taken from the damaged store as far as that can be read; what is missing is told plainly.</source>
        <translation>The backup of %1 holds %2 events. What was recorded after it is taken from the damaged store as far as that can be read; what is missing is told plainly.</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Choose a backup</translation>
    </message>
</context>
<context>
    <name>ReplaceDialog</name>
    <message>
        <source>Replace what is there?</source>
        <translation>Replace what is there?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>It stands in the folder already. What was changed in it would be lost.</source>
        <translation>It stands in the folder already. What was changed in it would be lost.</translation>
    </message>
</context>
<context>
    <name>ReportDesk</name>
    <message>
        <source>The monthly pack is being made</source>
        <translation>The monthly pack is being made</translation>
    </message>
    <message>
        <source>Saved: %1, and the Word file beside it</source>
        <translation>Saved: %1, and the Word file beside it</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Open the file</translation>
    </message>
    <message>
        <source>Sign digitally…</source>
        <translation>Sign digitally…</translation>
    </message>
    <message>
        <source>Sign a PDF file…</source>
        <translation>Sign a PDF file…</translation>
    </message>
    <message>
        <source>Check the signatures of a file…</source>
        <translation>Check the signatures of a file…</translation>
    </message>
    <message>
        <source>The report is being saved</source>
        <translation>The report is being saved</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Progress report</source>
        <translation>Progress report</translation>
    </message>
    <message>
        <source>Today&apos;s units</source>
        <translation>Today&apos;s units</translation>
    </message>
    <message>
        <source>As the lists name them</source>
        <translation>As the lists name them</translation>
    </message>
    <message>
        <source>Hide numbers under 5</source>
        <translation>Hide numbers under 5</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Names of units</source>
        <translation>Names of units</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Summary</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Signatures</translation>
    </message>
    <message>
        <source>Monthly pack</source>
        <translation>Monthly pack</translation>
    </message>
    <message>
        <source>The choice is not complete yet</source>
        <translation>The choice is not complete yet</translation>
    </message>
    <message>
        <source>Fill in the fields on the left; the report then comes by itself.</source>
        <translation>Fill in the fields on the left; the report then comes by itself.</translation>
    </message>
    <message>
        <source>The report is being made</source>
        <translation>The report is being made</translation>
    </message>
    <message>
        <source>There are no slips in this period</source>
        <translation>There are no slips in this period</translation>
    </message>
    <message>
        <source>Key the first bundle of slips; its summary then stands here.</source>
        <translation>Key the first bundle of slips; its summary then stands here.</translation>
    </message>
    <message>
        <source>Choose other units on the left, or key the slips of these first.</source>
        <translation>Choose other units on the left, or key the slips of these first.</translation>
    </message>
    <message>
        <source>Choose another period on the left, or key the slips of this one first.</source>
        <translation>Choose another period on the left, or key the slips of this one first.</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Show %1</translation>
    </message>
    <message>
        <source>The report could not be made</source>
        <translation>The report could not be made</translation>
    </message>
    <message>
        <source>The reason stands above.</source>
        <translation>The reason stands above.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>The report was not made. It can still be saved and printed as chosen.</source>
        <translation>The report was not made. It can still be saved and printed as chosen.</translation>
    </message>
    <message>
        <source>Make it now</source>
        <translation>Make it now</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>What is shown of the report</source>
        <translation>What is shown of the report</translation>
    </message>
    <message>
        <source>Printed page</source>
        <translation>Printed page</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Charts</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Over time</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparison</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+−)</source>
        <translation>Smaller (Ctrl+−)</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>Larger (Ctrl++)</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>Fit the width</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Page %1 of %2</translation>
    </message>
</context>
<context>
    <name>ResetForm</name>
    <message>
        <source>A new password for %1</source>
        <translation>A new password for %1</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>Set the password</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>The register is empty</source>
        <translation>The register is empty</translation>
    </message>
    <message>
        <source>Take in the list of households of your commune: a spreadsheet as it is.</source>
        <translation>Take in the list of households of your commune: a spreadsheet as it is.</translation>
    </message>
    <message>
        <source>Take in a list</source>
        <translation>Take in a list</translation>
    </message>
    <message>
        <source>No household is like that</source>
        <translation>No household is like that</translation>
    </message>
    <message>
        <source>Write fewer or other words, or leave out a filter.</source>
        <translation>Write fewer or other words, or leave out a filter.</translation>
    </message>
    <message>
        <source>Show all households</source>
        <translation>Show all households</translation>
    </message>
</context>
<context>
    <name>RoleForm</name>
    <message>
        <source>Another role for %1</source>
        <translation>Another role for %1</translation>
    </message>
    <message>
        <source>Give this role</source>
        <translation>Give this role</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Role</translation>
    </message>
</context>
<context>
    <name>RootsCard</name>
    <message>
        <source>Trusted signatures</source>
        <translation>Trusted signatures</translation>
    </message>
    <message>
        <source>Add a root certificate…</source>
        <translation>Add a root certificate…</translation>
    </message>
    <message>
        <source>When signatures are checked, those under one of these authorities count as known. Take the certificates from the authority itself, not from the signed paper&apos;s sender.</source>
        <translation>When signatures are checked, those under one of these authorities count as known. Take the certificates from the authority itself, not from the signed paper&apos;s sender.</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Remove %1</translation>
    </message>
    <message>
        <source>None yet: every signature&apos;s signer is said to be uncertain.</source>
        <translation>None yet: every signature&apos;s signer is said to be uncertain.</translation>
    </message>
</context>
<context>
    <name>RulesSection</name>
    <message>
        <source>Rules of the summary</source>
        <translation>Rules of the summary</translation>
    </message>
    <message>
        <source>They apply to every report made from now on, also of times past.</source>
        <translation>They apply to every report made from now on, also of times past.</translation>
    </message>
    <message>
        <source>The reporting year begins on</source>
        <translation>The reporting year begins on</translation>
    </message>
    <message>
        <source>A year that begins after June bears the name of the next.</source>
        <translation>A year that begins after June bears the name of the next.</translation>
    </message>
    <message>
        <source>The monthly report is due on day</source>
        <translation>The monthly report is due on day</translation>
    </message>
    <message>
        <source>of the month, 1 to 28</source>
        <translation>of the month, 1 to 28</translation>
    </message>
    <message>
        <source>Target share of satisfied slips, %</source>
        <translation>Target share of satisfied slips, %</translation>
    </message>
    <message>
        <source>Margin of error, %</source>
        <translation>Margin of error, %</translation>
    </message>
    <message>
        <source>e in n = N ÷ (1 + N·e²)</source>
        <translation>e in n = N ÷ (1 + N·e²)</translation>
    </message>
    <message>
        <source>Valid slips wanted in a month</source>
        <translation>Valid slips wanted in a month</translation>
    </message>
    <message>
        <source>empty for no goal</source>
        <translation>empty for no goal</translation>
    </message>
</context>
<context>
    <name>SampleBand</name>
    <message>
        <source>Sample data: nothing here is real, and nothing of it counts.</source>
        <translation>Sample data: nothing here is real, and nothing of it counts.</translation>
    </message>
    <message>
        <source>Leave the sample data</source>
        <translation>Leave the sample data</translation>
    </message>
</context>
<context>
    <name>SampleStrip</name>
    <message>
        <source>Sample data, to try it out: ratings here do not count.</source>
        <translation>Sample data, to try it out: ratings here do not count.</translation>
    </message>
</context>
<context>
    <name>ScanPanel</name>
    <message>
        <source>Where are the scanned slips of this batch, in the order of the paper? They stay where they are.</source>
        <translation>Where are the scanned slips of this batch, in the order of the paper? They stay where they are.</translation>
    </message>
    <message>
        <source>Scanned slip</source>
        <translation>Scanned slip</translation>
    </message>
    <message>
        <source>Page before (F5)</source>
        <translation>Page before (F5)</translation>
    </message>
    <message>
        <source>Next page (F6)</source>
        <translation>Next page (F6)</translation>
    </message>
    <message>
        <source>Smaller (Ctrl −)</source>
        <translation>Smaller (Ctrl −)</translation>
    </message>
    <message>
        <source>Larger (Ctrl +)</source>
        <translation>Larger (Ctrl +)</translation>
    </message>
    <message>
        <source>Other scans</source>
        <translation>Other scans</translation>
    </message>
    <message>
        <source>PDF or picture…</source>
        <translation>PDF or picture…</translation>
    </message>
    <message>
        <source>Folder of pictures…</source>
        <translation>Folder of pictures…</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Page %1 of %2</translation>
    </message>
    <message numerus="yes">
        <source>The scans have %n page(s), and none for this slip.</source>
        <translation>
            <numerusform>The scans have %n page, and none for this slip.</numerusform>
            <numerusform>The scans have %n pages, and none for this slip.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose other scans of this batch.</source>
        <translation>Choose other scans of this batch.</translation>
    </message>
</context>
<context>
    <name>ScannedDecidingPage</name>
    <message>
        <source>Scan</source>
        <translation>Scan</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Name, address, telephone or code</source>
        <translation>Name, address, telephone or code</translation>
    </message>
    <message>
        <source>Find a household</source>
        <translation>Find a household</translation>
    </message>
</context>
<context>
    <name>SecondDecisionsPage</name>
    <message>
        <source>Open the batch</source>
        <translation>Open the batch</translation>
    </message>
    <message>
        <source>Where two keyed one paper differently, a third decides here.</source>
        <translation>Where two keyed one paper differently, a third decides here.</translation>
    </message>
    <message>
        <source>Second keying</source>
        <translation>Second keying</translation>
    </message>
    <message>
        <source>Paper %1 of the bundle</source>
        <translation>Paper %1 of the bundle</translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) wait</source>
        <translation>
            <numerusform>%n slip waits</numerusform>
            <numerusform>%n slips wait</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody else is here who keyed neither</source>
        <translation>nobody else is here who keyed neither</translation>
    </message>
    <message>
        <source>Please decide every field that differs.</source>
        <translation>Please decide every field that differs.</translation>
    </message>
    <message>
        <source>Shifted</source>
        <translation>Shifted</translation>
    </message>
    <message>
        <source>A paper was left out or keyed twice: all behind it differ</source>
        <translation>A paper was left out or keyed twice: all behind it differ</translation>
    </message>
    <message>
        <source>What was keyed stands beside its papers again.</source>
        <translation>What was keyed stands beside its papers again.</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) are to be keyed a second time again.</source>
        <translation>
            <numerusform>%n paper is to be keyed a second time again.</numerusform>
            <numerusform>%n papers are to be keyed a second time again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SecondEntryPage</name>
    <message>
        <source>Second keying</source>
        <translation>Second keying</translation>
    </message>
    <message>
        <source>No such paper</source>
        <translation>No such paper</translation>
    </message>
    <message>
        <source>All drawn slips are keyed</source>
        <translation>All drawn slips are keyed</translation>
    </message>
    <message>
        <source>Is a paper left over that the bundle should not have? Key it too.</source>
        <translation>Is a paper left over that the bundle should not have? Key it too.</translation>
    </message>
    <message>
        <source>Key a paper that is left over</source>
        <translation>Key a paper that is left over</translation>
    </message>
    <message>
        <source>The slip that was half keyed is back. Please go on.</source>
        <translation>The slip that was half keyed is back. Please go on.</translation>
    </message>
    <message>
        <source>A paper that is left over</source>
        <translation>A paper that is left over</translation>
    </message>
    <message>
        <source>Paper %1 of the bundle</source>
        <translation>Paper %1 of the bundle</translation>
    </message>
    <message numerus="yes">
        <source>%n left to key</source>
        <translation>
            <numerusform>%n left to key</numerusform>
            <numerusform>%n left to key</numerusform>
        </translation>
    </message>
    <message>
        <source>Complete: Enter saves it</source>
        <translation>Complete: Enter saves it</translation>
    </message>
    <message>
        <source>Press Esc again to throw the slip in hand away.</source>
        <translation>Press Esc again to throw the slip in hand away.</translation>
    </message>
    <message>
        <source>Is there no paper %1 in the bundle? Press F8 again to say so.</source>
        <translation>Is there no paper %1 in the bundle? Press F8 again to say so.</translation>
    </message>
    <message>
        <source>There is none</source>
        <translation>There is none</translation>
    </message>
    <message>
        <source>Somebody else has just keyed paper %1. Please go on with the next.</source>
        <translation>Somebody else has just keyed paper %1. Please go on with the next.</translation>
    </message>
</context>
<context>
    <name>SecondFactorForm</name>
    <message>
        <source>A second factor</source>
        <translation>A second factor</translation>
    </message>
    <message>
        <source>Ask for codes from now on</source>
        <translation>Ask for codes from now on</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>the 6 digits shown now</source>
        <translation>the 6 digits shown now</translation>
    </message>
    <message>
        <source>The password now</source>
        <translation>The password now</translation>
    </message>
    <message>
        <source>Please type the 6 digits.</source>
        <translation>Please type the 6 digits.</translation>
    </message>
    <message>
        <source>QR code of the second factor</source>
        <translation>QR code of the second factor</translation>
    </message>
    <message>
        <source>Scan this with a code app on your telephone; no network is needed, now or later. Or type these letters there:</source>
        <translation>Scan this with a code app on your telephone; no network is needed, now or later. Or type these letters there:</translation>
    </message>
    <message>
        <source>The secret in letters</source>
        <translation>The secret in letters</translation>
    </message>
</context>
<context>
    <name>SecondPage</name>
    <message>
        <source>Second keying</source>
        <translation>Second keying</translation>
    </message>
    <message>
        <source>Decide differences</source>
        <translation>Decide differences</translation>
    </message>
    <message>
        <source>All batches</source>
        <translation>All batches</translation>
    </message>
    <message>
        <source>My figures</source>
        <translation>My figures</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>Drawn</translation>
    </message>
    <message>
        <source>Keyed</source>
        <translation>Keyed</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Batches to key a second time</source>
        <translation>Batches to key a second time</translation>
    </message>
    <message>
        <source>Find a batch</source>
        <translation>Find a batch</translation>
    </message>
    <message>
        <source>Day or unit (Ctrl+F)</source>
        <translation>Day or unit (Ctrl+F)</translation>
    </message>
    <message>
        <source>No batch waits for you</source>
        <translation>No batch waits for you</translation>
    </message>
    <message>
        <source>Slips that you keyed or changed yourself are for somebody else.</source>
        <translation>Slips that you keyed or changed yourself are for somebody else.</translation>
    </message>
    <message>
        <source>Somebody else keys the paper again, without seeing what was keyed first.</source>
        <translation>Somebody else keys the paper again, without seeing what was keyed first.</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) wait for your decision</source>
        <translation>
            <numerusform>%n difference waits for your decision</numerusform>
            <numerusform>%n differences wait for your decision</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SetUpPage</name>
    <message>
        <source>Create the store</source>
        <translation>Create the store</translation>
    </message>
    <message>
        <source>Try with sample data</source>
        <translation>Try with sample data</translation>
    </message>
    <message>
        <source>Four steps, then the first slip can be keyed. Everything stays on this computer, encrypted.</source>
        <translation>Four steps, then the first slip can be keyed. Everything stays on this computer, encrypted.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Step %1 of %2</translation>
    </message>
    <message>
        <source>Going on makes another key: a sheet of the one before opens nothing.</source>
        <translation>Going on makes another key: a sheet of the one before opens nothing.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>They apply to this whole store.</source>
        <translation>They apply to this whole store.</translation>
    </message>
    <message>
        <source>Undo changes</source>
        <translation>Undo changes</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Save changes</translation>
    </message>
    <message>
        <source>Changes that were not saved are back.</source>
        <translation>Changes that were not saved are back.</translation>
    </message>
    <message>
        <source>The changes are saved.</source>
        <translation>The changes are saved.</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Last slips</source>
        <translation>Last slips</translation>
    </message>
    <message>
        <source>Running tally</source>
        <translation>Running tally</translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) saved</source>
        <translation>
            <numerusform>%n slip saved</numerusform>
            <numerusform>%n slips saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n came back</source>
        <translation>
            <numerusform>%n came back</numerusform>
            <numerusform>%n came back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not valid</source>
        <translation>
            <numerusform>%n not valid</numerusform>
            <numerusform>%n not valid</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voided</source>
        <translation>
            <numerusform>%n voided</numerusform>
            <numerusform>%n voided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being saved</source>
        <translation>
            <numerusform>%n being saved</numerusform>
            <numerusform>%n being saved</numerusform>
        </translation>
    </message>
    <message>
        <source>voided: %1</source>
        <translation>voided: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>Sign digitally</source>
        <translation>Sign digitally</translation>
    </message>
    <message>
        <source>PIN or passphrase</source>
        <translation>PIN or passphrase</translation>
    </message>
    <message>
        <source>It is used this once and kept nowhere.</source>
        <translation>It is used this once and kept nowhere.</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>PAdES B-B: the signature says when it was made, but no time-stamp proves it.</source>
        <translation>PAdES B-B: the signature says when it was made, but no time-stamp proves it.</translation>
    </message>
    <message>
        <source>Choose the file first.</source>
        <translation>Choose the file first.</translation>
    </message>
    <message>
        <source>The paper is being signed</source>
        <translation>The paper is being signed</translation>
    </message>
    <message>
        <source>Stopped. Nothing was signed.</source>
        <translation>Stopped. Nothing was signed.</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Sample data: the password %1 is filled in.</source>
        <translation>Sample data: the password %1 is filled in.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>the 6 digits that your telephone shows now</source>
        <translation>the 6 digits that your telephone shows now</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Satisfaction slips and digital addresses of the one-stop counter</source>
        <translation>Satisfaction slips and digital addresses of the one-stop counter</translation>
    </message>
    <message>
        <source>The screen is locked, and what was being typed is kept. Somebody else can sign in here with another account.</source>
        <translation>The screen is locked, and what was being typed is kept. Somebody else can sign in here with another account.</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>Caps Lock seems to be on.</translation>
    </message>
    <message>
        <source>Please type the account&apos;s name.</source>
        <translation>Please type the account&apos;s name.</translation>
    </message>
    <message>
        <source>Please type the 6 digits.</source>
        <translation>Please type the 6 digits.</translation>
    </message>
</context>
<context>
    <name>SigningDesk</name>
    <message>
        <source>Open the file</source>
        <translation>Open the file</translation>
    </message>
    <message>
        <source>The signatures are being checked</source>
        <translation>The signatures are being checked</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Stopped.</translation>
    </message>
</context>
<context>
    <name>SlipDecisionsPage</name>
    <message>
        <source>Open the batch</source>
        <translation>Open the batch</translation>
    </message>
    <message>
        <source>Where two people corrected one slip differently, it is shown here.</source>
        <translation>Where two people corrected one slip differently, it is shown here.</translation>
    </message>
    <message>
        <source>All batches</source>
        <translation>All batches</translation>
    </message>
    <message>
        <source>Slip %1</source>
        <translation>Slip %1</translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) wait</source>
        <translation>
            <numerusform>%n slip waits</numerusform>
            <numerusform>%n slips wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SlipKeysPage</name>
    <message>
        <source>The slip in hand</source>
        <translation>The slip in hand</translation>
    </message>
</context>
<context>
    <name>SplitsSection</name>
    <message>
        <source>Old units that were split</source>
        <translation>Old units that were split</translation>
    </message>
    <message>
        <source>Reports on today&apos;s units count the slips of the old unit in the one chosen.</source>
        <translation>Reports on today&apos;s units count the slips of the old unit in the one chosen.</translation>
    </message>
    <message>
        <source>Not decided yet</source>
        <translation>Not decided yet</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>A decision can be changed, but not taken back. Please choose a unit.</source>
        <translation>A decision can be changed, but not taken back. Please choose a unit.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>How were you served today?</source>
        <translation>How were you served today?</translation>
    </message>
    <message>
        <source>Your answers are anonymous. It takes about a minute.</source>
        <translation>Your answers are anonymous. It takes about a minute.</translation>
    </message>
    <message>
        <source>Touch here to begin</source>
        <translation>Touch here to begin</translation>
    </message>
    <message>
        <source>For staff</source>
        <translation>For staff</translation>
    </message>
</context>
<context>
    <name>TallyTable</name>
    <message>
        <source>Running tally</source>
        <translation>Running tally</translation>
    </message>
</context>
<context>
    <name>TextCard</name>
    <message>
        <source>Text that is converted</source>
        <translation>Text that is converted</translation>
    </message>
    <message>
        <source>%1, sheet %2</source>
        <translation>%1, sheet %2</translation>
    </message>
</context>
<context>
    <name>ThanksPage</name>
    <message>
        <source>Thank you for your rating!</source>
        <translation>Thank you for your rating!</translation>
    </message>
    <message>
        <source>Your answers help us to serve you better.</source>
        <translation>Your answers help us to serve you better.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>TrendView</name>
    <message>
        <source>The charts are being drawn…</source>
        <translation>The charts are being drawn…</translation>
    </message>
    <message>
        <source>Satisfied, by month, with 95% intervals</source>
        <translation>Satisfied, by month, with 95% intervals</translation>
    </message>
    <message>
        <source>Satisfied, by unit, with 95% intervals</source>
        <translation>Satisfied, by unit, with 95% intervals</translation>
    </message>
    <message>
        <source>The interval says how far the share may stray by chance with so many slips; the dashed line is the target.</source>
        <translation>The interval says how far the share may stray by chance with so many slips; the dashed line is the target.</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Over time</translation>
    </message>
    <message>
        <source>%2 against %1:</source>
        <translation>%2 against %1:</translation>
    </message>
</context>
<context>
    <name>UndoBanner</name>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Undo (Ctrl+Z)</translation>
    </message>
</context>
<context>
    <name>UnitPicker</name>
    <message>
        <source>All units</source>
        <translation>All units</translation>
    </message>
    <message>
        <source>Find a unit</source>
        <translation>Find a unit</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Units</translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) ticked</source>
        <translation>
            <numerusform>%n unit ticked</numerusform>
            <numerusform>%n units ticked</numerusform>
        </translation>
    </message>
    <message>
        <source>Tick at least one unit.</source>
        <translation>Tick at least one unit.</translation>
    </message>
</context>
<context>
    <name>UnitStep</name>
    <message>
        <source>Units</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>Another unit…</source>
        <translation>Another unit…</translation>
    </message>
    <message>
        <source>Your unit</source>
        <translation>Your unit</translation>
    </message>
    <message>
        <source>type a part of its name, without marks too</source>
        <translation>type a part of its name, without marks too</translation>
    </message>
    <message>
        <source>Code of the unit</source>
        <translation>Code of the unit</translation>
    </message>
    <message>
        <source>Name of the unit</source>
        <translation>Name of the unit</translation>
    </message>
    <message>
        <source>The unit</source>
        <translation>The unit</translation>
    </message>
    <message>
        <source>Please choose your unit.</source>
        <translation>Please choose your unit.</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>Please fill this in.</translation>
    </message>
</context>
<context>
    <name>VisitView</name>
    <message>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Question before</source>
        <translation>Question before</translation>
    </message>
    <message>
        <source>Back to the household</source>
        <translation>Back to the household</translation>
    </message>
    <message>
        <source>The questions of the visit</source>
        <translation>The questions of the visit</translation>
    </message>
</context>
<context>
    <name>VoidReason</name>
    <message>
        <source>Reason for voiding</source>
        <translation>Reason for voiding</translation>
    </message>
    <message>
        <source>Please give the reason for voiding the slip.</source>
        <translation>Please give the reason for voiding the slip.</translation>
    </message>
</context>
<context>
    <name>VotesPage</name>
    <message>
        <source>What is striking</source>
        <translation>What is striking</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>What was seen</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Votes</translation>
    </message>
    <message>
        <source>Find what was seen</source>
        <translation>Find what was seen</translation>
    </message>
    <message>
        <source>Day or words (Ctrl+F)</source>
        <translation>Day or words (Ctrl+F)</translation>
    </message>
    <message>
        <source>Votes, ticked to be voided</source>
        <translation>Votes, ticked to be voided</translation>
    </message>
    <message>
        <source>Reason for voiding</source>
        <translation>Reason for voiding</translation>
    </message>
    <message>
        <source>Seen, they count</source>
        <translation>Seen, they count</translation>
    </message>
    <message>
        <source>Void the ticked votes</source>
        <translation>Void the ticked votes</translation>
    </message>
    <message>
        <source>How many one-time codes</source>
        <translation>How many one-time codes</translation>
    </message>
    <message>
        <source>One-time codes…</source>
        <translation>One-time codes…</translation>
    </message>
    <message>
        <source>All batches</source>
        <translation>All batches</translation>
    </message>
    <message>
        <source>Kiosk votes to look at</source>
        <translation>Kiosk votes to look at</translation>
    </message>
    <message>
        <source>All of them count until somebody here voids them.</source>
        <translation>All of them count until somebody here voids them.</translation>
    </message>
    <message>
        <source>How many codes</source>
        <translation>How many codes</translation>
    </message>
    <message>
        <source>The votes</source>
        <translation>The votes</translation>
    </message>
    <message>
        <source>No vote is striking</source>
        <translation>No vote is striking</translation>
    </message>
    <message>
        <source>Bursts, the same answers in a row, votes faster than anybody reads and votes outside the working hours are shown here.</source>
        <translation>Bursts, the same answers in a row, votes faster than anybody reads and votes outside the working hours are shown here.</translation>
    </message>
    <message>
        <source>Many votes within a short time</source>
        <translation>Many votes within a short time</translation>
    </message>
    <message>
        <source>Faster than anybody reads</source>
        <translation>Faster than anybody reads</translation>
    </message>
    <message>
        <source>The same answers in a row</source>
        <translation>The same answers in a row</translation>
    </message>
    <message>
        <source>Outside the working hours</source>
        <translation>Outside the working hours</translation>
    </message>
    <message>
        <source>%1. Number of the slip, time, numbers of the answers chosen:</source>
        <translation>%1. Number of the slip, time, numbers of the answers chosen:</translation>
    </message>
    <message>
        <source>Noted: these votes count.</source>
        <translation>Noted: these votes count.</translation>
    </message>
    <message>
        <source>These votes are shown again.</source>
        <translation>These votes are shown again.</translation>
    </message>
    <message>
        <source>Tick the votes to void first.</source>
        <translation>Tick the votes to void first.</translation>
    </message>
    <message>
        <source>Please give the reason for voiding the slip.</source>
        <translation>Please give the reason for voiding the slip.</translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s) voided.</source>
        <translation>
            <numerusform>%n vote voided.</numerusform>
            <numerusform>%n votes voided.</numerusform>
        </translation>
    </message>
    <message>
        <source>How many codes?</source>
        <translation>How many codes?</translation>
    </message>
    <message>
        <source>one-time codes</source>
        <translation>one-time codes</translation>
    </message>
    <message>
        <source>The codes are being made</source>
        <translation>The codes are being made</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>Decide</source>
        <translation>Decide</translation>
    </message>
    <message>
        <source>%1 received records wait for a part that is still missing. Ask the other station for its newest bundle; they join by themselves.</source>
        <translation>%1 received records wait for a part that is still missing. Ask the other station for its newest bundle; they join by themselves.</translation>
    </message>
    <message>
        <source>%1 received records were set apart: another record bears their number. They are kept and not used. Tell the administrator.</source>
        <translation>%1 received records were set apart: another record bears their number. They are kept and not used. Tell the administrator.</translation>
    </message>
    <message>
        <source>%1 households were corrected differently and wait for a decision.</source>
        <translation>Households that were corrected differently and wait for a decision: %1.</translation>
    </message>
    <message>
        <source>%1 slips were corrected differently and wait for a decision.</source>
        <translation>Slips that were corrected differently and wait for a decision: %1.</translation>
    </message>
</context>
<context>
    <name>WatchCard</name>
    <message>
        <source>Get them back</source>
        <translation>Get them back</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Understood</translation>
    </message>
</context>
<context>
    <name>YearStartField</name>
    <message>
        <source>day %1</source>
        <translation>day %1</translation>
    </message>
    <message>
        <source>month %1</source>
        <translation>month %1</translation>
    </message>
    <message>
        <source>Day on which the reporting year begins</source>
        <translation>Day on which the reporting year begins</translation>
    </message>
    <message>
        <source>Month in which the reporting year begins</source>
        <translation>Month in which the reporting year begins</translation>
    </message>
</context>
<context>
    <name>deciding</name>
    <message>
        <source>valid, with these answers</source>
        <translation>valid, with these answers</translation>
    </message>
    <message>
        <source>not valid: %1</source>
        <translation>not valid: %1</translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message>
        <source>Station cards</source>
        <translation>Station cards</translation>
    </message>
    <message>
        <source>Bundles of data</source>
        <translation>Bundles of data</translation>
    </message>
    <message>
        <source>%1 recorded · %2 received</source>
        <translation>%1 recorded · %2 received</translation>
    </message>
    <message>
        <source>Nothing was heard of it yet</source>
        <translation>Nothing was heard of it yet</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 waiting</translation>
    </message>
    <message>
        <source>It has everything</source>
        <translation>It has everything</translation>
    </message>
    <message>
        <source>Last received from: %1 · last written for: %2</source>
        <translation>Last received from: %1 · last written for: %2</translation>
    </message>
    <message>
        <source>%n record(s)</source>
        <translation>%n record(s)</translation>
    </message>
    <message>
        <source>The bundle is written and was read back: %1 for %2. File: %3</source>
        <translation>The bundle is written and was read back: %1 for %2. File: %3</translation>
    </message>
    <message>
        <source>%1 wait for a missing part</source>
        <translation>%1 wait for a missing part</translation>
    </message>
    <message>
        <source>%1 set apart</source>
        <translation>%1 set apart</translation>
    </message>
    <message>
        <source>to be decided: %1</source>
        <translation>to be decided: %1</translation>
    </message>
    <message>
        <source>%1 erased on request</source>
        <translation>%1 erased on request</translation>
    </message>
    <message>
        <source>Taken in from %3: %1 new, %2 known</source>
        <translation>Taken in from %3: %1 new, %2 known</translation>
    </message>
    <message>
        <source>May read all units</source>
        <translation>May read all units</translation>
    </message>
    <message>
        <source>May read figures only</source>
        <translation>May read figures only</translation>
    </message>
    <message>
        <source>May read its own unit</source>
        <translation>May read its own unit</translation>
    </message>
    <message>
        <source>May read %n unit(s)</source>
        <translation>May read %n unit(s)</translation>
    </message>
</context>
<context>
    <name>home</name>
    <message>
        <source>No backup yet</source>
        <translation>No backup yet</translation>
    </message>
    <message>
        <source>Backup: today %1</source>
        <translation>Backup: today %1</translation>
    </message>
    <message>
        <source>Backup: %1, %n day(s) ago</source>
        <translation>Backup: %1, %n day(s) ago</translation>
    </message>
    <message>
        <source>with a second place</source>
        <translation>with a second place</translation>
    </message>
    <message>
        <source>no second place</source>
        <translation>no second place</translation>
    </message>
    <message>
        <source>Slips to be decided: %1</source>
        <translation>Slips to be decided: %1</translation>
    </message>
    <message>
        <source>Striking votes of the kiosk: %1</source>
        <translation>Striking votes of the kiosk: %1</translation>
    </message>
    <message>
        <source>Slips to key a second time: %1</source>
        <translation>Slips to key a second time: %1</translation>
    </message>
    <message>
        <source>Differences between two keyings: %1</source>
        <translation>Differences between two keyings: %1</translation>
    </message>
    <message>
        <source>Households to be decided: %1</source>
        <translation>Households to be decided: %1</translation>
    </message>
    <message>
        <source>Records set apart in the exchange: %1</source>
        <translation>Records set apart in the exchange: %1</translation>
    </message>
    <message>
        <source>Accounts locked after wrong passwords: %1</source>
        <translation>Accounts locked after wrong passwords: %1</translation>
    </message>
    <message>
        <source>The last backup did not succeed, or is too old</source>
        <translation>The last backup did not succeed, or is too old</translation>
    </message>
</context>
<context>
    <name>hub</name>
    <message>
        <source>It was stopped. What had gone and come stays.</source>
        <translation>It was stopped. What had gone and come stays.</translation>
    </message>
    <message>
        <source>Nothing was exchanged with it yet.</source>
        <translation>Nothing was exchanged with it yet.</translation>
    </message>
    <message>
        <source>Nothing was exchanged with the hub yet</source>
        <translation>Nothing was exchanged with the hub yet</translation>
    </message>
    <message>
        <source>No exchange with the hub since %1</source>
        <translation>No exchange with the hub since %1</translation>
    </message>
    <message>
        <source>next try at %1</source>
        <translation>next try at %1</translation>
    </message>
    <message>
        <source>Last exchange %4: %1 sent, %2 received, %3 waiting</source>
        <translation>Last exchange %4: %1 sent, %2 received, %3 waiting</translation>
    </message>
    <message>
        <source>%1 wait for a missing part</source>
        <translation>%1 wait for a missing part</translation>
    </message>
    <message>
        <source>%1 set apart</source>
        <translation>%1 set apart</translation>
    </message>
    <message>
        <source>By itself again at %1</source>
        <translation>By itself again at %1</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Something went wrong inside the program (code %1). Nothing saved is lost. Please try again, and tell the administrator the code if it happens again.</source>
        <translation>Something went wrong inside the program (code %1). Nothing saved is lost. Please try again, and tell the administrator the code if it happens again.</translation>
    </message>
</context>
<context>
    <name>papers</name>
    <message>
        <source>Save the report</source>
        <translation>Save the report</translation>
    </message>
</context>
<context>
    <name>recovery</name>
    <message>
        <source>Save the recovery sheet</source>
        <translation>Save the recovery sheet</translation>
    </message>
    <message>
        <source>The sheet is saved. Print it and delete it.</source>
        <translation>The sheet is saved. Print it and delete it.</translation>
    </message>
    <message>
        <source>The sheet was sent to the printer.</source>
        <translation>The sheet was sent to the printer.</translation>
    </message>
</context>
<context>
    <name>register</name>
    <message>
        <source>formerly %1</source>
        <translation>formerly %1</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>Attached</translation>
    </message>
    <message>
        <source>Not attached</source>
        <translation>Not attached</translation>
    </message>
    <message>
        <source>%1 codes · %2 plates</source>
        <translation>%1 codes · %2 plates</translation>
    </message>
    <message>
        <source>content erased on request</source>
        <translation>content erased on request</translation>
    </message>
    <message>
        <source>from the list “%1”</source>
        <translation>from the list “%1”</translation>
    </message>
    <message>
        <source>checked on the spot</source>
        <translation>checked on the spot</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>decided</translation>
    </message>
    <message>
        <source>merged into another household</source>
        <translation>merged into another household</translation>
    </message>
    <message>
        <source>merge undone</source>
        <translation>merge undone</translation>
    </message>
    <message>
        <source>taken over from a merged household</source>
        <translation>taken over from a merged household</translation>
    </message>
    <message>
        <source>Lists of households</source>
        <translation>Lists of households</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Not checked</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>To correct</source>
        <translation>To correct</translation>
    </message>
    <message>
        <source>Not found or other</source>
        <translation>Not found or other</translation>
    </message>
    <message>
        <source>The list was taken in</source>
        <translation>The list was taken in</translation>
    </message>
    <message>
        <source>To the register</source>
        <translation>To the register</translation>
    </message>
    <message>
        <source>%1: %2 added, %3 updated, %4 unchanged, %5 left out.</source>
        <translation>%1: %2 added, %3 updated, %4 unchanged, %5 left out.</translation>
    </message>
</context>
<context>
    <name>reports</name>
    <message>
        <source>Month</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>Quarter</translation>
    </message>
    <message>
        <source>6 months</source>
        <translation>6 months</translation>
    </message>
    <message>
        <source>9 months</source>
        <translation>9 months</translation>
    </message>
    <message>
        <source>Whole year</source>
        <translation>Whole year</translation>
    </message>
    <message>
        <source>Month %1</source>
        <translation>Month %1</translation>
    </message>
    <message>
        <source>Quarter %1</source>
        <translation>Quarter %1</translation>
    </message>
    <message>
        <source>First 6 months</source>
        <translation>First 6 months</translation>
    </message>
    <message>
        <source>Last 6 months</source>
        <translation>Last 6 months</translation>
    </message>
    <message>
        <source>Year %2</source>
        <translation>Year %2</translation>
    </message>
    <message>
        <source>First 9 months, %2</source>
        <translation>First 9 months, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>From day to day</source>
        <translation>From day to day</translation>
    </message>
    <message>
        <source>to print, sign and send</source>
        <translation>to print, sign and send</translation>
    </message>
    <message>
        <source>to paste into a larger report</source>
        <translation>to paste into a larger report</translation>
    </message>
    <message>
        <source>to calculate with</source>
        <translation>to calculate with</translation>
    </message>
    <message>
        <source>one figure a line, for other programs</source>
        <translation>one figure a line, for other programs</translation>
    </message>
    <message>
        <source>all figures, for other programs</source>
        <translation>all figures, for other programs</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>plain text</translation>
    </message>
    <message>
        <source>Satisfaction report - %1</source>
        <translation>Satisfaction report - %1</translation>
    </message>
    <message>
        <source>Satisfaction over time - %1</source>
        <translation>Satisfaction over time - %1</translation>
    </message>
    <message>
        <source>Comparison - %1</source>
        <translation>Comparison - %1</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>chance</translation>
    </message>
    <message>
        <source>higher</source>
        <translation>higher</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>lower</translation>
    </message>
    <message>
        <source>Hidden, as small numbers follow from it.</source>
        <translation>Hidden, as small numbers follow from it.</translation>
    </message>
    <message>
        <source>Difference %1 points, 95% interval %2 to %3: chance alone may make it, so no difference is shown.</source>
        <translation>Difference %1 points, 95% interval %2 to %3: chance alone may make it, so no difference is shown.</translation>
    </message>
    <message>
        <source>Difference %1 points, 95% interval %2 to %3: higher, by more than chance.</source>
        <translation>Difference %1 points, 95% interval %2 to %3: higher, by more than chance.</translation>
    </message>
    <message>
        <source>Difference %1 points, 95% interval %2 to %3: lower, by more than chance.</source>
        <translation>Difference %1 points, 95% interval %2 to %3: lower, by more than chance.</translation>
    </message>
    <message>
        <source>The questionnaire has no overall question, so there is no satisfied share.</source>
        <translation>The questionnaire has no overall question, so there is no satisfied share.</translation>
    </message>
</context>
<context>
    <name>second</name>
    <message>
        <source>There is such a paper: %1</source>
        <translation>There is such a paper: %1</translation>
    </message>
    <message>
        <source>There is no such paper</source>
        <translation>There is no such paper</translation>
    </message>
    <message>
        <source>Is there a paper %1 in the bundle?</source>
        <translation>Is there a paper %1 in the bundle?</translation>
    </message>
    <message>
        <source>What happened at paper %1 of the bundle?</source>
        <translation>What happened at paper %1 of the bundle?</translation>
    </message>
    <message>
        <source>The second keying left it out</source>
        <translation>The second keying left it out</translation>
    </message>
    <message>
        <source>The second keying keyed the paper before it twice</source>
        <translation>The second keying keyed the paper before it twice</translation>
    </message>
    <message>
        <source>The first keying left out a paper before it</source>
        <translation>The first keying left out a paper before it</translation>
    </message>
    <message>
        <source>The first keying keyed the paper before it twice</source>
        <translation>The first keying keyed the paper before it twice</translation>
    </message>
    <message>
        <source>Scanned slips</source>
        <translation>Scanned slips</translation>
    </message>
</context>
<context>
    <name>signing</name>
    <message>
        <source>%1 - signed</source>
        <translation>%1 - signed</translation>
    </message>
</context>
<context>
    <name>story</name>
    <message>
        <source>Note: %1</source>
        <translation>Note: %1</translation>
    </message>
    <message>
        <source>Dossier: %1</source>
        <translation>Dossier: %1</translation>
    </message>
    <message>
        <source>keyed</source>
        <translation>keyed</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>corrected</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>decided</translation>
    </message>
    <message>
        <source>voided: %1</source>
        <translation>voided: %1</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>taken back</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>dossier</source>
        <translation>dossier</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>reason</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>blank</translation>
    </message>
</context>
<context>
    <name>titles</name>
    <message>
        <source>Correcting slip %1</source>
        <translation>Correcting slip %1</translation>
    </message>
    <message>
        <source>Enter saves the correction, Esc leaves it</source>
        <translation>Enter saves the correction, Esc leaves it</translation>
    </message>
    <message>
        <source>Keying voided slip %1 again</source>
        <translation>Keying voided slip %1 again</translation>
    </message>
    <message>
        <source>Slip %1</source>
        <translation>Slip %1</translation>
    </message>
    <message>
        <source>Complete: Enter saves it</source>
        <translation>Complete: Enter saves it</translation>
    </message>
</context>
<context>
    <name>watch</name>
    <message>
        <source>Another machine writes with a copy of this station&apos;s data: its last record is of %1, and %2 of its records are here. Nothing is lost, but please work at one of the two only, and have the other one set up anew.</source>
        <translation>Another machine writes with a copy of this station&apos;s data: its last record is of %1, and %2 of its records are here. Nothing is lost, but please work at one of the two only, and have the other one set up anew.</translation>
    </message>
    <message>
        <source>This machine was restored from a copy of %1. %2 records that were written here after that are missing, and others hold them: exchange with the hub, or take in a bundle of another station, to get them back.</source>
        <translation>This machine was restored from a copy of %1. %2 records that were written here after that are missing, and others hold them: exchange with the hub, or take in a bundle of another station, to get them back.</translation>
    </message>
    <message>
        <source>This machine was restored from a copy of %1. The %2 records that others hold and that were written here after that came back.</source>
        <translation>This machine was restored from a copy of %1. The %2 records that others hold and that were written here after that came back.</translation>
    </message>
    <message>
        <source>%n year(s)</source>
        <translation>%n year(s)</translation>
    </message>
    <message>
        <source>%n day(s)</source>
        <translation>%n day(s)</translation>
    </message>
    <message>
        <source>%n hour(s)</source>
        <translation>%n hour(s)</translation>
    </message>
    <message>
        <source>%n minute(s)</source>
        <translation>%n minute(s)</translation>
    </message>
    <message>
        <source>The last record here bears a time %1 later than this machine&apos;s clock shows. Please check its date and time.</source>
        <translation>The last record here bears a time %1 later than this machine&apos;s clock shows. Please check its date and time.</translation>
    </message>
    <message>
        <source>The newest records of %2 bear a time %1 later than this machine&apos;s clock shows. A clock there is wrong, or was; please tell them.</source>
        <translation>The newest records of %2 bear a time %1 later than this machine&apos;s clock shows. A clock there is wrong, or was; please tell them.</translation>
    </message>
    <message>
        <source>The clock of %2 is %1 ahead of this machine&apos;s. Please tell them to check date and time.</source>
        <translation>The clock of %2 is %1 ahead of this machine&apos;s. Please tell them to check date and time.</translation>
    </message>
    <message>
        <source>The clock of %2 is at least %1 behind this machine&apos;s. Please tell them to check date and time.</source>
        <translation>The clock of %2 is at least %1 behind this machine&apos;s. Please tell them to check date and time.</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is at least %1 behind those of the other stations. Please check its date and time.</source>
        <translation>This machine&apos;s clock is at least %1 behind those of the other stations. Please check its date and time.</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is %1 ahead of that of the hub %2. Please check its date and time.</source>
        <translation>This machine&apos;s clock is %1 ahead of that of the hub %2. Please check its date and time.</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is %1 behind that of the hub %2. Please check its date and time.</source>
        <translation>This machine&apos;s clock is %1 behind that of the hub %2. Please check its date and time.</translation>
    </message>
    <message>
        <source>an earlier day</source>
        <translation>an earlier day</translation>
    </message>
</context>
</TS>
