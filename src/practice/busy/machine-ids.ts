/** Ids of the busy account's network and machines, by what they are. Security groups, subnets and instances name each other. */
export const VPC = 'vpc-0b5e5a0c0ffee0001';

export const SUBNETS = {
  /** Its route table has an internet gateway. */
  public: 'subnet-0b5e5a0c0ffee0001',
  private: 'subnet-0b5e5a0c0ffee0002',
};

export const SECURITY_GROUPS = {
  default: 'sg-0b5e5a0c0ffee0001',
  web: 'sg-0b5e5a0c0ffee0002',
  /** Open to the internet. */
  database: 'sg-0b5e5a0c0ffee0003',
  /** Nothing uses them. */
  wizard: 'sg-0b5e5a0c0ffee0004',
  office: 'sg-0b5e5a0c0ffee0005',
  /** Open to the internet, and reached. */
  desktop: 'sg-0b5e5a0c0ffee0006',
  metrics: 'sg-0b5e5a0c0ffee0007',
};

/** An instance with its one network interface. */
export const INSTANCES = {
  shop: {
    id: 'i-0b5e5a0c0ffee0001',
    name: 'shop',
    interface: 'eni-0b5e5a0c0ffee0001',
    subnet: SUBNETS.public,
    groups: [SECURITY_GROUPS.web],
    privateAddress: '10.0.1.10',
    publicAddress: '203.0.113.10',
  },
  database: {
    id: 'i-0b5e5a0c0ffee0002',
    name: 'shop-database',
    interface: 'eni-0b5e5a0c0ffee0002',
    subnet: SUBNETS.public,
    groups: [SECURITY_GROUPS.database],
    privateAddress: '10.0.1.20',
    publicAddress: '203.0.113.20',
  },
  /** Stopped. */
  reports: {
    id: 'i-0b5e5a0c0ffee0003',
    name: 'reports',
    interface: 'eni-0b5e5a0c0ffee0003',
    subnet: SUBNETS.private,
    groups: [SECURITY_GROUPS.default],
    privateAddress: '10.0.2.30',
  },
  builds: {
    id: 'i-0b5e5a0c0ffee0004',
    name: 'builds',
    interface: 'eni-0b5e5a0c0ffee0004',
    subnet: SUBNETS.private,
    groups: [SECURITY_GROUPS.default],
    privateAddress: '10.0.2.40',
  },
  /** A Windows desktop for the accountant. */
  accounting: {
    id: 'i-0b5e5a0c0ffee0005',
    name: 'accounting',
    interface: 'eni-0b5e5a0c0ffee0005',
    subnet: SUBNETS.public,
    groups: [SECURITY_GROUPS.desktop],
    privateAddress: '10.0.1.50',
    publicAddress: '203.0.113.50',
  },
};
