<table class="v-table v-answered v-fold"><caption class="ds-sr-only">{{LABEL}}</caption><thead><tr>{{#COLUMN}}<th scope="col"{{#NUMBERS}} class="v-num"{{/NUMBERS}}>{{NAME}}</th>{{/COLUMN}}</tr></thead>
<tbody>{{#ROW}}<tr>{{#CELL}}<td class="{{#NUMBERS}}v-num{{/NUMBERS}}" data-is="{{NAME}}"><span class="v-pre">{{TEXT}}</span></td>{{/CELL}}</tr>{{/ROW}}</tbody>{{#SUMS}}
<tfoot><tr>{{#SUM}}<td class="{{#NUMBERS}}v-num{{/NUMBERS}}" data-is="{{NAME}}">{{TEXT}}</td>{{/SUM}}</tr></tfoot>{{/SUMS}}</table>
