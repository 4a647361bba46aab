// Words of the hand-in of files, in the two languages of the portal.
const zh = {
  chooseOne: '选择文件', chooseMany: '选择文件（可多选）', drop: '或将文件拖放到本页任意位置', dropHere: '松开即加入待移交文件', start: '开始上传', startAll: '全部开始', pauseAll: '全部暂停',
  pause: '暂停', resume: '继续', retry: '重试', remove: '移除', progress: '上传进度', total: '总进度', queue: '待上传文件', recording: '对应的音像记录', choose: '请选择',
  sent: (a, b, p) => `已上传 ${a} / ${b}（${p}%）`, resumed: '从断点继续', storing: '正在校验并存储…', waiting: '等待上传', paused: '已暂停，可继续。',
  again: n => `网络中断，${n} 秒后自动重试…`, stored: hash => `已入库。服务器计算的 SHA-256：${hash}`,
  same: '与本机计算的一致。', differs: hash => `与本机计算的不一致（${hash}）：请勿删除原件，并告知管理员。`, hashing: '正在本机核对…', tooBig: '文件超过 1 GB，未在本机核对，以服务器计算为准。',
  unmatched: '未找到对应的登记，请选择，或登记为新的音像记录。', matched: { id: '按编号匹配', name: '按文件名中的时间匹配', recorder: '按记录仪编号匹配', time: '按文件时间匹配', memory: '上次选定', hand: '手工选定' },
  twice: '另一文件已选定同一音像记录。', already: '此文件已在列表中：', empty: '文件为空，不是音像记录：',
  summary: (n, done, p) => `共 ${n} 个文件，已入库 ${done} 个，总进度 ${p}%`, failedCount: n => `，${n} 个未成功`,
  unfinished: '上次没有传完的文件', unfinishedHint: '浏览器不保留文件内容：请再次选择（或拖入）同一文件，将从断点继续，已上传的部分不会重传。', unfinishedDirect: '可直接继续的，按“继续上传”并允许读取文件。',
  goOn: '继续上传', forget: '不再提示', at: (a, b) => `已上传 ${a} / ${b}`, forgetAsk: name => `不再提示“${name}”？已上传的部分将在保留期满后由服务器清除，原件不受影响。`,
  gone: '文件已改动或移走，请重新选择。', leave: '文件正在上传。离开后可从断点继续。',
  announce: '登记为新的音像记录', mode: '类型', modes: { video: '录像', audio: '录音', photo: '拍照', surveillance: '视频监控' }, startedAt: '录制开始', endedAt: '录制结束', recorder: '记录仪编号', place: '地点', save: '登记', cancel: '取消', announced: '已登记', needStart: '请填写录制开始时间。', order: '结束时间不能早于开始时间。', optional: '（选填）',
  failed: '未能上传：', signIn: '登录已失效。请在新窗口重新登录，再按“继续”，将从断点继续。', signInLink: '重新登录',
  full: '服务器存储空间不足。已到达的内容没有丢失，请告知管理员清理后按“重试”。', large: '文件超过可接收的大小。请在记录仪或电脑上分段后分别登记移交。', foreign: '该音像记录属于其他单位，或当前岗位不能上传。请选择本单位的记录，或切换岗位。',
  unknown: '该音像记录没有登记。请先登记。', cut: '多次重试未成功。请检查网络后按“重试”，将从断点继续。', replaced: '原始文件不得替换。若是另一份音像记录，请另行登记。', link: '查看',
};
const en = {
  chooseOne: 'Choose the file', chooseMany: 'Choose files', drop: 'or drop them anywhere on this page', dropHere: 'Let go to hand them in', start: 'Upload', startAll: 'Start all', pauseAll: 'Pause all',
  pause: 'Pause', resume: 'Go on', retry: 'Try again', remove: 'Remove', progress: 'Progress of the upload', total: 'Progress of all', queue: 'Files to hand in', recording: 'Recording it belongs to', choose: 'Choose',
  sent: (a, b, p) => `${a} of ${b} sent (${p} %)`, resumed: 'going on where it stopped', storing: 'Checking and storing…', waiting: 'Waiting for its turn', paused: 'Paused.',
  again: n => `Cut off; trying again in ${n} s…`, stored: hash => `Stored. SHA-256 computed by the server: ${hash}`,
  same: 'The same as computed here.', differs: hash => `Not what was computed here (${hash}): keep the original and tell the administrator.`, hashing: 'Checking here…', tooBig: 'Larger than 1 GB: not checked here; the server\'s hash counts.',
  unmatched: 'No announced recording fits. Choose one, or announce it as a new one.', matched: { id: 'found by its id', name: 'found by the time in the file name', recorder: 'found by the recorder', time: 'found by the file\'s time', memory: 'chosen last time', hand: 'chosen by hand' },
  twice: 'Another file is meant for the same recording.', already: 'This file is in the list already: ', empty: 'An empty file is no recording: ',
  summary: (n, done, p) => `${n} files, ${done} stored, ${p} % of all`, failedCount: n => `, ${n} not done`,
  unfinished: 'Files that were not finished', unfinishedHint: 'Browsers do not keep files: choose or drop the same file again and it goes on where it stopped; what has arrived is not sent twice.', unfinishedDirect: 'Where “Upload on” is shown, press it and allow reading the file.',
  goOn: 'Upload on', forget: 'Forget', at: (a, b) => `${a} of ${b} sent`, forgetAsk: name => `Forget “${name}”? What has arrived is removed by the server after its time; the original stays.`,
  gone: 'The file was changed or moved. Choose it again.', leave: 'Files are being uploaded. They can go on later.',
  announce: 'Announce as a new recording', mode: 'Kind', modes: { video: 'Video', audio: 'Audio', photo: 'Photo', surveillance: 'Surveillance' }, startedAt: 'Started', endedAt: 'Ended', recorder: 'Recorder', place: 'Place', save: 'Announce', cancel: 'Cancel', announced: 'Announced', needStart: 'Give the start of the recording.', order: 'It ends before it begins.', optional: ' (optional)',
  failed: 'Not uploaded: ', signIn: 'The session is over. Sign in in a new window and press “Go on”: it goes on where it stopped.', signInLink: 'Sign in',
  full: 'The server has no room. Nothing that arrived is lost; tell the administrator and try again afterwards.', large: 'The file is larger than the server takes. Split it and hand the parts in as recordings of their own.', foreign: 'The recording belongs to another bureau, or your role may not upload. Choose a recording of your own bureau or switch the role.',
  unknown: 'The recording was never announced. Announce it first.', cut: 'Several attempts failed. Check the network and try again: it goes on where it stopped.', replaced: 'An original is never replaced. Announce it as another recording.', link: 'Open',
};

export const wordsOf = locale => locale === 'en' ? en : zh;

export const size = bytes => bytes < 1048576 ? `${Math.ceil(bytes / 1024)} KB` : bytes < 1073741824 ? `${(bytes / 1048576).toFixed(1)} MB` : `${(bytes / 1073741824).toFixed(2)} GB`;
