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
};
