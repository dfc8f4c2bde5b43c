import type { Translations } from '../translations.ts';

/** Safe defaults: of S3, of EC2, and what watches over the account. */
export const stepsDefaults: Translations = {
  'S3 public access': 'S3 퍼블릭 액세스',
  'Most leaks from S3 are a bucket that somebody opened by mistake. With this, S3 lets nobody open one.':
    'S3에서 새는 데이터는 대부분 누군가 실수로 공개한 버킷에서 나옵니다. 이 설정을 켜면 아무도 버킷을 공개할 수 없습니다.',
  'blocked for the whole account': '계정 전체에서 차단됨',
  'not blocked; public now: {names}': '차단되지 않음. 지금 공개된 버킷: {names}',
  'not blocked; perhaps public: {names}': '차단되지 않음. 공개되었을 수 있는 버킷: {names}',
  'not blocked, but no bucket is public': '차단되지 않음(공개된 버킷은 없음)',
  'Block public access to all buckets of this account, also to those made later':
    '이 계정의 모든 버킷에서 퍼블릭 액세스 차단하기(나중에 만드는 버킷 포함)',
  'S3 console > Block Public Access settings for this account > Edit':
    'S3 콘솔 > 이 계정의 퍼블릭 액세스 차단 설정 > 편집',
  'public by its policy': '버킷 정책으로 공개됨',
  'public by its access list': '액세스 제어 목록으로 공개됨',
  'single files may be public': '일부 파일이 공개되었을 수 있음',
  'unknown: it may not be read': '읽을 수 없어 알 수 없음',
  'closed to the public': '공개되지 않음',

  'EC2 defaults': 'EC2 기본값',
  'New volumes are encrypted, new instances keep their credentials from forged requests, and no disk becomes public by mistake.':
    '새 볼륨은 암호화되고, 새 인스턴스는 위조된 요청에 자격 증명을 내주지 않으며, 실수로 공개되는 디스크가 없습니다.',
  'safe in all {n} regions': '리전 {n}개 모두 안전함',
  'not safe yet in {n} of {all} regions': '리전 {all}개 중 {n}개가 아직 안전하지 않음',
  'Your organization decides for {regions}': '조직에서 정하는 리전: {regions}',
  'The serial console is on in {regions}': '직렬 콘솔이 켜져 있는 리전: {regions}',
  'In all {n} regions: {what}': '리전 {n}개 모두: {what}',
  'In {regions}: {what}': '{regions}: {what}',
  '{before}; {after}': '{before}, {after}',
  'nothing else': '그 밖의 변경 없음',
  'encrypt new EBS volumes': '새 EBS 볼륨 암호화하기',
  'have new instances give out credentials by IMDSv2 only':
    '새 인스턴스가 IMDSv2로만 자격 증명을 내주게 하기',
  'keep snapshots from the public': '스냅샷을 공개하지 못하게 하기',
  'let no more images (AMIs) be made public': '이미지(AMI)를 더는 공개하지 못하게 하기',
  'instances with IMDSv1': 'IMDSv1을 쓰는 인스턴스',
  'stay so; new ones like them lose it': '그대로 둠. 새로 만들면 쓸 수 없음',
  'public snapshots': '공개된 스냅샷',
  'nobody else gets at them': '다른 사람은 쓸 수 없음',
  'public images': '공개된 이미지',
  'stay so; no more can be': '그대로 둠. 더는 공개할 수 없음',
  'EC2 console, in each region > Settings > Data protection and security > Manage':
    '리전마다 EC2 콘솔 > 설정 > 데이터 보호 및 보안 > 관리',
};
