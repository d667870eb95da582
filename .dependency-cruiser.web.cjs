const service = require('./.dependency-cruiser.cjs');

/** The same rules for web/, whose imports are resolved by its own tsconfig. */
module.exports = { ...service, options: { ...service.options, tsConfig: { fileName: 'web/tsconfig.json' } } };
